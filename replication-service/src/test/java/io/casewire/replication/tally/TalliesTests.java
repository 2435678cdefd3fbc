package io.casewire.replication.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.event.ObligationEvent.ObligationLapsed;
import io.casewire.contracts.event.ObligationEvent.Role;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.PromotionStrength;
import io.casewire.contracts.wire.Envelope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TalliesTests {
    private static final int EVENTS = 300;
    private static final List<LineFilter> FILTERS = List.of(
            LineFilter.ALL,
            LineFilter.ALL.at(Level.PROVINCE),
            new LineFilter(Domain.OTHER, null, null, null, null, null, null),
            new LineFilter(null, "430000", null, null, null, null, null),
            new LineFilter(null, null, Level.ZONE, "430000", null, PromotionStrength.MANDATED, null),
            new LineFilter(null, null, null, null, "国函〔2022〕1号", null, null),
            LineFilter.of(CaseId.derive("case3")));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void sumsAreWhatCountingAnewGivesAfterEachStep(long seed) {
        History history = new History(seed);
        Tallies tallies = new Tallies();
        for (int i = 0; i < EVENTS; i++) {
            tallies.take(List.of(TallyFeed.head(history.next())));
            Map<ObligationId, Envelope<ObligationEvent>> latest = latest(history.events());
            for (Dimension dimension : Dimension.values()) {
                FILTERS.forEach(filter -> assertThat(rates(tallies.by(dimension, filter)))
                        .isEqualTo(rates(anew(latest, dimension, filter))));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void eventsThatComeTwiceAndOutOfOrderLeaveTheSame(long seed) {
        History history = new History(seed);
        Tallies inOrder = new Tallies();
        for (int i = 0; i < EVENTS; i++) {
            inOrder.take(List.of(TallyFeed.head(history.next())));
        }
        List<Envelope<ObligationEvent>> shuffled = new ArrayList<>(history.events());
        shuffled.addAll(history.events().subList(0, EVENTS / 2));
        Collections.shuffle(shuffled, new Random(seed));
        Tallies disordered = new Tallies();
        shuffled.forEach(event -> disordered.take(List.of(TallyFeed.head(event))));
        for (Dimension dimension : Dimension.values()) {
            assertThat(rates(disordered.by(dimension, LineFilter.ALL)))
                    .isEqualTo(rates(inOrder.by(dimension, LineFilter.ALL)));
        }
        assertThat(disordered.lines(LineFilter.ALL)).containsExactlyInAnyOrderElementsOf(inOrder.lines(LineFilter.ALL));
        assertThat(disordered.promoted()).isEqualTo(inOrder.promoted());
    }

    @Test
    void theDayOfTheCloseOutIsThatOfItsStepAlsoWhereALaterRevisionWasToldFirst() {
        for (long seed = 0; seed < 40; seed++) {
            History history = new History(seed);
            Tallies tallies = new Tallies();
            for (int i = 0; i < EVENTS; i++) {
                history.next();
            }
            List<Envelope<ObligationEvent>> events = new ArrayList<>(history.events());
            Collections.reverse(events);
            events.forEach(event -> tallies.take(List.of(TallyFeed.head(event))));
            assertThat(tallies.lines(LineFilter.ALL))
                    .filteredOn(line -> line.outcome() != null)
                    .allSatisfy(line -> assertThat(line.closedOn()).isPresent());
        }
    }

    /** Straightforward, from the last event of each obligation. */
    private static Map<String, Tally.ByLevel> anew(
            Map<ObligationId, Envelope<ObligationEvent>> latest, Dimension dimension, LineFilter filter) {
        Map<String, Tally.ByLevel> sums = new TreeMap<>();
        latest.values().forEach(envelope -> {
            Line line = Line.of(TallyFeed.head(envelope));
            if (!(envelope.event() instanceof ObligationLapsed) && line.role() == Role.ADOPTER && filter.takes(line)) {
                dimension.keys(line).forEach(key -> sums.computeIfAbsent(key, any -> new Tally.ByLevel())
                        .add(line, 1));
            }
        });
        return sums;
    }

    private static Map<ObligationId, Envelope<ObligationEvent>> latest(List<Envelope<ObligationEvent>> events) {
        Map<ObligationId, Envelope<ObligationEvent>> latest = new HashMap<>();
        events.forEach(event -> latest.put(event.event().obligation().id(), event));
        return latest;
    }

    private static Map<String, List<AdoptionRate>> rates(Map<String, Tally.ByLevel> sums) {
        Map<String, List<AdoptionRate>> rates = new TreeMap<>();
        sums.forEach((key, sum) -> rates.put(key, sum.rates()));
        return rates;
    }
}
