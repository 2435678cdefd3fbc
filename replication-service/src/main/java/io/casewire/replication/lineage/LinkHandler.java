package io.casewire.replication.lineage;

import io.casewire.contracts.event.LinkEvent;
import io.casewire.contracts.event.LinkEvent.Kind;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.wire.Envelope;
import io.casewire.messaging.EventHandler;
import io.casewire.messaging.Received;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;

/** Takes link events: keeps the newest of each, then tells whose lineage changed. */
final class LinkHandler implements EventHandler<LinkEvent> {
    private final Links links;
    private final ApplicationEventPublisher inside;

    LinkHandler(Links links, ApplicationEventPublisher inside) {
        this.links = links;
        this.inside = inside;
    }

    @Override
    public void on(List<Received<LinkEvent>> batch) {
        List<LinkEvent> events = new ArrayList<>();
        for (Received<LinkEvent> received : batch) {
            Envelope<LinkEvent> envelope = received.envelope();
            if (envelope != null && envelope.event().link().kind() == Kind.SAME_INNOVATION) {
                events.add(envelope.event());
            }
        }
        if (events.isEmpty()) {
            return;
        }
        links.keepNewer(events);
        Set<CaseId> ends = new LinkedHashSet<>();
        events.stream()
                .flatMap(event -> Stream.of(event.link().from(), event.link().to()))
                .map(CaseId::new)
                .forEach(ends::add);
        // told again as well: what was stored before a crash may not have been derived
        Set<CaseId> touched = new LinkedHashSet<>(ends);
        links.lineages(ends).values().forEach(touched::addAll);
        inside.publishEvent(new LinksChanged(touched));
    }
}
