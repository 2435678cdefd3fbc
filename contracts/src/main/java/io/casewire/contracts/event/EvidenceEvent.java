package io.casewire.contracts.event;

import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.parsed.AdoptionRecord;
import io.casewire.contracts.parsed.IndicatorRecord;
import io.casewire.contracts.parsed.MilestoneRecord;

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

    /** A region is said to have replicated a result. */
    record AdoptionFound(AdoptionRecord adoption, long revision, DocumentReference document) implements EvidenceEvent {
        @Override
        public EvidenceId id() {
            return adoption.id();
        }
    }

    /** An entry of a chronicle. */
    record MilestoneFound(MilestoneRecord milestone, long revision, DocumentReference document)
            implements EvidenceEvent {
        @Override
        public EvidenceId id() {
            return milestone.id();
        }
    }

    /** A row of an indicator table. */
    record IndicatorFound(IndicatorRecord indicator, long revision, DocumentReference document)
            implements EvidenceEvent {
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
