package io.casewire.catalog.casefile;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.parsed.CaseRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A case as {@code GET /cases/{id}} answers it and an export in NDJSON writes it; the components are those of {@link StoredCase}. */
public record CaseAnswer(
        @JsonProperty("case") CaseRecord content,
        DocumentReference document,
        long revision,
        boolean withdrawn,
        @Nullable String withdrawnReason,
        Instant firstPublished,
        Instant updated) {

    /** What of the stored case is told. */
    public static CaseAnswer of(StoredCase stored) {
        return new CaseAnswer(
                stored.content(),
                stored.document(),
                stored.revision(),
                stored.withdrawn(),
                stored.withdrawnReason(),
                stored.firstPublished(),
                stored.updated());
    }
}
