package io.casewire.catalog.record;

import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.parsed.ParsedRecord;
import java.time.Instant;

/**
 * A record at its newest revision.
 *
 * @param content a task, an adoption, a milestone, an indicator or a passage, as {@code kind} says
 * @param updated time of this revision
 * @param writes how often it was stored; another number is another state
 */
public record StoredRecord(
        String id,
        RecordKind kind,
        ParsedRecord content,
        DocumentReference document,
        long revision,
        boolean withdrawn,
        Instant updated,
        long writes) {}
