package io.casewire.contracts.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.parsed.CaseRecord;

/** What became of a case. Made by ingest on {@code casewire.case.<domain>}; read by every other service. */
public sealed interface CaseEvent extends Event {
    /** The case at this revision. */
    @JsonProperty("case")
    CaseRecord content();

    /** Where it was read. */
    DocumentReference document();

    /** The case's id. */
    default CaseId caseId() {
        return content().id();
    }

    @Override
    default String key() {
        return content().id().value();
    }

    /** The case was published for the first time. */
    record CasePublished(@JsonProperty("case") CaseRecord content, long revision, DocumentReference document)
            implements CaseEvent {}

    /** Its content changed. */
    record CaseRevised(@JsonProperty("case") CaseRecord content, long revision, DocumentReference document)
            implements CaseEvent {}

    /**
     * An operator took it back.
     *
     * @param reason the operator's words
     */
    record CaseWithdrawn(
            @JsonProperty("case") CaseRecord content, long revision, DocumentReference document, String reason)
            implements CaseEvent {}
}
