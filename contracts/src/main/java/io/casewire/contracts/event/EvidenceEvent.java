package io.casewire.contracts.event;

import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.parsed.AdoptionRecord;
import io.casewire.contracts.parsed.IndicatorRecord;
import io.casewire.contracts.parsed.MilestoneRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact a document states that is neither a case nor a task. Made by ingest on {@code casewire.evidence}; read by
 * catalog, replication and notify. A changed fact is the same event type at a higher revision.
 */
public sealed interface EvidenceEvent extends Event {
    /** The id of the fact. */
    EvidenceId id();

    /** Where it was read. */
    DocumentReference document();

    @Override
    default String key() {
        return id().value();
    }

    /**
     * A region is said to have replicated a result.
     *
     * @param corrected JSON pointers of the fields in which a person's value stands for what was parsed, for example {@code
     *     /title}; null where none does
     */
    record AdoptionFound(
            AdoptionRecord adoption,
            long revision,
            DocumentReference document,
            @Nullable List<String> corrected) implements EvidenceEvent {
        public AdoptionFound {
            corrected = Corrected.orNone(corrected);
        }

        /** One of which nothing was corrected. */
        public AdoptionFound(AdoptionRecord adoption, long revision, DocumentReference document) {
            this(adoption, revision, document, null);
        }

        @Override
        public EvidenceId id() {
            return adoption.id();
        }
    }

    /**
     * An entry of a chronicle.
     *
     * @param corrected JSON pointers of the fields in which a person's value stands for what was parsed, for example {@code
     *     /title}; null where none does
     */
    record MilestoneFound(
            MilestoneRecord milestone,
            long revision,
            DocumentReference document,
            @Nullable List<String> corrected) implements EvidenceEvent {
        public MilestoneFound {
            corrected = Corrected.orNone(corrected);
        }

        /** One of which nothing was corrected. */
        public MilestoneFound(MilestoneRecord milestone, long revision, DocumentReference document) {
            this(milestone, revision, document, null);
        }

        @Override
        public EvidenceId id() {
            return milestone.id();
        }
    }

    /**
     * A row of an indicator table.
     *
     * @param corrected JSON pointers of the fields in which a person's value stands for what was parsed, for example {@code
     *     /title}; null where none does
     */
    record IndicatorFound(
            IndicatorRecord indicator,
            long revision,
            DocumentReference document,
            @Nullable List<String> corrected) implements EvidenceEvent {
        public IndicatorFound {
            corrected = Corrected.orNone(corrected);
        }

        /** One of which nothing was corrected. */
        public IndicatorFound(IndicatorRecord indicator, long revision, DocumentReference document) {
            this(indicator, revision, document, null);
        }

        @Override
        public EvidenceId id() {
            return indicator.id();
        }
    }

    /**
     * An operator took it back.
     *
     * @param reason the operator's words
     */
    record EvidenceWithdrawn(EvidenceId id, long revision, DocumentReference document, String reason)
            implements EvidenceEvent {}
}
