package io.casewire.catalog.casefile;

import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.parsed.CaseRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case at its newest revision.
 *
 * @param document where it was read
 * @param withdrawn an operator took it back; it is still told by its id but not found
 * @param withdrawnReason the operator's words; null unless withdrawn
 * @param firstPublished time of its first revision
 * @param updated time of this revision
 * @param writes how often this stored state was written: differs whenever anything here does
 */
public record StoredCase(
        CaseRecord content,
        DocumentReference document,
        long revision,
        boolean withdrawn,
        @Nullable String withdrawnReason,
        Instant firstPublished,
        Instant updated,
        long writes) {}
