package io.casewire.catalog.casefile;

import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.wire.Envelope;
import io.casewire.messaging.EventHandler;
import io.casewire.messaging.Received;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Takes every case event. The history is written first: a case is never shown at a revision whose history is missing.
 *
 * <p>Tombstones change nothing. They say that a case moved to another domain's topic, where its newer revision stands;
 * the two topics are read side by side, so the tombstone may come before it or after.
 */
final class CaseListener implements EventHandler<CaseEvent> {
    private final Cases cases;
    private final Revisions revisions;
    private final ApplicationEventPublisher within;
    private final Counter changed;
    private final Counter known;

    CaseListener(Cases cases, Revisions revisions, ApplicationEventPublisher within, MeterRegistry meters) {
        this.cases = cases;
        this.revisions = revisions;
        this.within = within;
        this.changed = counter(meters, "changed");
        this.known = counter(meters, "known");
    }

    @Override
    public void on(List<Received<CaseEvent>> batch) {
        List<CaseRevision> told = batch.stream()
                .map(Received::envelope)
                .filter(Objects::nonNull)
                .map((Envelope<CaseEvent> envelope) -> CaseRevision.of(envelope))
                .toList();
        if (told.isEmpty()) {
            return;
        }
        revisions.keep(told);
        int newer = cases.store(told);
        changed.increment(newer);
        known.increment((double) told.size() - newer);
        within.publishEvent(new CasesStored(told.stream().map(CaseRevision::id).collect(Collectors.toSet())));
    }

    private static Counter counter(MeterRegistry meters, String outcome) {
        return Counter.builder("casewire.catalog.cases")
                .description("case events by what they did to the stored cases")
                .tag("outcome", outcome)
                .register(meters);
    }
}
