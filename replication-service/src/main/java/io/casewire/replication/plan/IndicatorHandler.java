package io.casewire.replication.plan;

import io.casewire.contracts.event.EvidenceEvent;
import io.casewire.contracts.event.EvidenceEvent.AdoptionFound;
import io.casewire.contracts.event.EvidenceEvent.EvidenceWithdrawn;
import io.casewire.contracts.event.EvidenceEvent.IndicatorFound;
import io.casewire.contracts.event.EvidenceEvent.MilestoneFound;
import io.casewire.contracts.wire.Envelope;
import io.casewire.messaging.EventHandler;
import io.casewire.messaging.Received;
import io.casewire.replication.plan.Indicators.Told;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes the indicators among evidence events and keeps the newest of each. */
final class IndicatorHandler implements EventHandler<EvidenceEvent> {
    private final Indicators indicators;

    IndicatorHandler(Indicators indicators) {
        this.indicators = indicators;
    }

    @Override
    public void on(List<Received<EvidenceEvent>> batch) {
        Map<String, Told> newest = new LinkedHashMap<>();
        for (Received<EvidenceEvent> received : batch) {
            Envelope<EvidenceEvent> envelope = received.envelope();
            if (envelope != null) {
                told(envelope.event())
                        .forEach(told -> newest.merge(
                                told.id(), told, (one, other) -> one.revision() > other.revision() ? one : other));
            }
        }
        if (!newest.isEmpty()) {
            indicators.keepNewer(new ArrayList<>(newest.values()));
        }
    }

    private static List<Told> told(EvidenceEvent event) {
        return switch (event) {
            case IndicatorFound found ->
                List.of(new Told(
                        found.indicator().id().value(),
                        found.revision(),
                        found.document().id(),
                        found.indicator()));
            // what kind of evidence it was is not said; an id that is no indicator's is never asked for
            case EvidenceWithdrawn gone -> List.of(new Told(gone.id().value(), gone.revision(), null, null));
            case AdoptionFound _, MilestoneFound _ -> List.of();
        };
    }
}
