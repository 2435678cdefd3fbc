package io.casewire.notify.matching;

import io.casewire.contracts.wire.Envelope;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.notify.matching.CriteriaIndex.Period;
import io.casewire.notify.subscription.Criteria;
import java.time.Instant;
import java.util.List;

/**
 * The matcher as it is, over criteria that lie in no store: for benchmarks, which live in this package to see what nobody else needs to.
 */
public final class MatchingTrial {
    private final CriteriaIndex<Integer> index = new CriteriaIndex<>();
    private final FactFinder finder = new FactFinder(Gazetteer.standard());

    /** Files criteria under a number. */
    public void add(int number, Criteria criteria) {
        index.put(String.valueOf(number), List.of(new Period<>(number, criteria, Instant.MIN, Instant.MAX)));
    }

    /** The numbers of those an event satisfies, found as a service finds its recipients: what is asked about is read out of the event first. */
    public List<Integer> matches(Envelope<?> envelope) {
        return finder.facts(envelope.event()).stream()
                .flatMap(facts -> index.matches(facts, envelope.recordedTime()).stream())
                .toList();
    }
}
