package io.casewire.catalog.lineage;

import io.casewire.catalog.lineage.likeness.Telling;
import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.event.CaseEvent.CasePublished;
import io.casewire.contracts.event.CaseEvent.CaseRevised;
import io.casewire.contracts.event.CaseEvent.CaseWithdrawn;
import io.casewire.contracts.event.EvidenceEvent;
import io.casewire.contracts.event.EvidenceEvent.AdoptionFound;
import io.casewire.contracts.event.EvidenceEvent.EvidenceWithdrawn;
import io.casewire.contracts.event.EvidenceEvent.IndicatorFound;
import io.casewire.contracts.event.EvidenceEvent.MilestoneFound;
import io.casewire.contracts.wire.Envelope;
import io.casewire.messaging.Received;
import java.util.ArrayList;
import java.util.List;

/** Reads out of events what is compared. Tombstones say nothing: the case stands on another topic. */
final class HeardEvents {
    private HeardEvents() {}

    static List<Heard> ofCases(List<Received<CaseEvent>> batch) {
        List<Heard> heard = new ArrayList<>();
        for (Received<CaseEvent> received : batch) {
            Envelope<CaseEvent> envelope = received.envelope();
            if (envelope != null) {
                heard.add(
                        switch (envelope.event()) {
                            case CasePublished told -> Heard.of(envelope, Telling.of(told.content(), told.document()));
                            case CaseRevised told -> Heard.of(envelope, Telling.of(told.content(), told.document()));
                            case CaseWithdrawn _ -> Heard.of(envelope, null);
                        });
            }
        }
        return heard;
    }

    static List<Heard> ofEvidence(List<Received<EvidenceEvent>> batch) {
        List<Heard> heard = new ArrayList<>();
        for (Received<EvidenceEvent> received : batch) {
            Envelope<EvidenceEvent> envelope = received.envelope();
            if (envelope != null) {
                switch (envelope.event()) {
                    case AdoptionFound told ->
                        heard.add(Heard.of(envelope, Telling.of(told.adoption(), told.document())));
                    case EvidenceWithdrawn _ -> heard.add(Heard.of(envelope, null));
                    // chronicles and indicators name no case
                    case MilestoneFound _, IndicatorFound _ -> {}
                }
            }
        }
        return heard;
    }
}
