package io.casewire.contracts.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.parsed.CaseRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /**
     * The case was published for the first time.
     *
     * @param corrected JSON pointers of the fields in which a person's value stands for what was parsed, for example {@code
     *     /title}; null where none does
     */
    record CasePublished(
            @JsonProperty("case") CaseRecord content,
            long revision,
            DocumentReference document,
            @Nullable List<String> corrected)
            implements CaseEvent {
        public CasePublished {
            corrected = Corrected.orNone(corrected);
        }

        /** One of which nothing was corrected. */
        public CasePublished(CaseRecord content, long revision, DocumentReference document) {
            this(content, revision, document, null);
        }
    }

    /**
     * Its content changed.
     *
     * @param corrected JSON pointers of the fields in which a person's value stands for what was parsed, for example {@code
     *     /title}; null where none does
     */
    record CaseRevised(
            @JsonProperty("case") CaseRecord content,
            long revision,
            DocumentReference document,
            @Nullable List<String> corrected)
            implements CaseEvent {
        public CaseRevised {
            corrected = Corrected.orNone(corrected);
        }

        /** One of which nothing was corrected. */
        public CaseRevised(CaseRecord content, long revision, DocumentReference document) {
            this(content, revision, document, null);
        }
    }

    /**
     * An operator took it back.
     *
     * @param reason the operator's words
     */
    record CaseWithdrawn(
            @JsonProperty("case") CaseRecord content, long revision, DocumentReference document, String reason)
            implements CaseEvent {}
}
