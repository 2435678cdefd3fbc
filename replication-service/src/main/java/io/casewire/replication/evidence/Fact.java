package io.casewire.replication.evidence;

import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.parsed.AdoptionRecord;

/**
 * A document's word that a region adopted something, as kept here.
 *
 * @param correlationId of the event that brought this revision
 * @param backfill whether that event was history loaded later
 */
record Fact(
        EvidenceId id,
        long revision,
        AdoptionRecord adoption,
        DocumentReference document,
        String correlationId,
        boolean backfill) {}
