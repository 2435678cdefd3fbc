package io.casewire.replication.statistics;

import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.replication.tally.AdoptionRate;
import io.casewire.replication.tally.Dimension;
import io.casewire.replication.tally.LineFilter;
import io.casewire.replication.tally.Tallies;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Regions of one level beside each other, those only of which enough is known.
 *
 * @param day as of which the ledger is counted, in China
 * @param leastCoverage the share of its obligations that a region must have been heard of
 * @param comparable the highest rate first, equal ones in the order of codes
 * @param notComparable in the order of codes
 */
record Comparison(
        Level level, LocalDate day, double leastCoverage, List<Compared> comparable, List<NotCompared> notComparable) {

    /** @param place from 1; equal rates share one */
    record Compared(int place, String code, String name, AdoptionRate rate) {}

    /**
     * A region that stands beside no other.
     *
     * @param coverage known by inScope, 0 to 1
     */
    record NotCompared(
            String code, String name, Why why, @Nullable Double coverage, long known, long inScope) {}

    /** Why a region is not compared. */
    enum Why {
        /** Too little is heard of it. */
        COVERAGE,
        /** All that was heard of does not apply to it or was superseded. */
        NOTHING_APPLIES
    }

    static Comparison of(Tallies tallies, Names names, LineFilter filter, Level level, double least, LocalDate day) {
        Map<String, AdoptionRate> rates = tallies.by(Dimension.REGION, filter).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, group -> group.getValue().rate(level)));
        List<NotCompared> apart = new ArrayList<>();
        List<Map.Entry<String, AdoptionRate>> beside = new ArrayList<>();
        rates.forEach((code, rate) -> {
            Why why = why(rate, least);
            if (why == null) {
                beside.add(Map.entry(code, rate));
            } else {
                apart.add(
                        new NotCompared(code, names.region(code), why, rate.coverage(), rate.known(), rate.inScope()));
            }
        });
        apart.sort(Comparator.comparing(NotCompared::code));
        return new Comparison(level, day, least, inOrder(beside, names), List.copyOf(apart));
    }

    private static @Nullable Why why(AdoptionRate rate, double least) {
        if (rate.known() < least * rate.inScope() || rate.known() == 0) {
            return Why.COVERAGE;
        }
        return rate.rate() == null ? Why.NOTHING_APPLIES : null;
    }

    private static List<Compared> inOrder(List<Map.Entry<String, AdoptionRate>> beside, Names names) {
        beside.sort(Comparator.comparingDouble((Map.Entry<String, AdoptionRate> one) -> -rate(one.getValue()))
                .thenComparing(Map.Entry::getKey));
        List<Compared> compared = new ArrayList<>();
        for (Map.Entry<String, AdoptionRate> one : beside) {
            Compared before = compared.isEmpty() ? null : compared.getLast();
            int place = before != null && rate(before.rate()) == rate(one.getValue())
                    ? before.place()
                    : compared.size() + 1;
            compared.add(new Compared(place, one.getKey(), names.region(one.getKey()), one.getValue()));
        }
        return List.copyOf(compared);
    }

    private static double rate(AdoptionRate rate) {
        return Objects.requireNonNull(rate.rate(), "compared are only those with a rate");
    }
}
