package io.casewire.replication.evidence;

import io.casewire.contracts.event.EvidenceEvent;
import io.casewire.contracts.event.EvidenceEvent.AdoptionFound;
import io.casewire.contracts.event.EvidenceEvent.EvidenceWithdrawn;
import io.casewire.contracts.event.EvidenceEvent.IndicatorFound;
import io.casewire.contracts.event.EvidenceEvent.MilestoneFound;
import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.wire.Envelope;
import io.casewire.messaging.EventHandler;
import io.casewire.messaging.Received;
import io.casewire.replication.obligation.Announcement;
import io.casewire.replication.obligation.Announcements;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes evidence events: keeps adoptions, then matches; milestones may announce the day of an instrument. */
final class EvidenceHandler implements EventHandler<EvidenceEvent> {
    private final Facts facts;
    private final Matching matching;
    private final Announcements announcements;

    EvidenceHandler(Facts facts, Matching matching, Announcements announcements) {
        this.facts = facts;
        this.matching = matching;
        this.announcements = announcements;
    }

    @Override
    public void on(List<Received<EvidenceEvent>> batch) {
        Map<EvidenceId, Fact> found = new LinkedHashMap<>();
        List<EvidenceWithdrawn> withdrawn = new ArrayList<>();
        List<Announcement> announced = new ArrayList<>();
        for (Received<EvidenceEvent> received : batch) {
            Envelope<EvidenceEvent> envelope = received.envelope();
            if (envelope != null) {
                switch (envelope.event()) {
                    case AdoptionFound(var adoption, long revision, var document, var _) ->
                        found.merge(
                                adoption.id(),
                                new Fact(
                                        adoption.id(),
                                        revision,
                                        adoption,
                                        document,
                                        envelope.correlationId(),
                                        envelope.backfill()),
                                (one, other) -> one.revision() > other.revision() ? one : other);
                    case EvidenceWithdrawn event -> {
                        withdrawn.add(event);
                        announced.add(Announcement.withdrawn(event.id().value(), event.revision()));
                    }
                    case MilestoneFound event -> announced.add(Announcement.of(event.milestone(), event.revision()));
                    case IndicatorFound _ -> {}
                }
            }
        }
        announcements.take(announced);
        List<EvidenceId> touched = new ArrayList<>(found.keySet());
        withdrawn.forEach(event -> touched.add(event.id()));
        if (touched.isEmpty()) {
            return;
        }
        facts.keepNewer(found.values());
        withdrawn.forEach(event -> facts.withdraw(event.id(), event.revision(), event.reason()));
        matching.match(facts.resultKeys(touched));
    }
}
