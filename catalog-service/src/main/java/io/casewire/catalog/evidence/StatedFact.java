package io.casewire.catalog.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.parsed.ParsedRecord;
import java.time.Instant;

/**
 * A fact at its newest revision; also how it is answered.
 *
 * @param content an adoption, a milestone or an indicator, as {@code kind} says
 * @param document that states it
 * @param updated time of this revision
 */
record StatedFact(
        EvidenceKind kind,
        @JsonProperty("record") ParsedRecord content,
        DocumentReference document,
        long revision,
        Instant updated) {}
