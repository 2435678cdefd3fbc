package io.casewire.replication.statistics;

import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.id.ObligationId;
import io.casewire.replication.statistics.Adopters.Adopter;
import io.casewire.replication.statistics.Adopters.By;
import io.casewire.replication.statistics.KaplanMeier.Observation;
import io.casewire.replication.tally.AdoptionRate;
import io.casewire.replication.tally.Line;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Adoption over time, of regions of one level.
 *
 * @param day as of which the ledger is counted, in China
 * @param rate as of that day
 * @param undated lines of which only documents without a date say that they adopted; in no point
 * @param first the earliest adopter; null where there is none
 * @param last the latest adopter so far; null where there is none
 * @param points one for each day on which somebody adopted, the earliest first
 * @param adopters all of them, the earliest first; null where more than one case is counted
 */
record AdoptionCurve(
        Level level,
        LocalDate day,
        AdoptionRate rate,
        long undated,
        @Nullable Adopter first,
        @Nullable Adopter last,
        List<Point> points,
        TimeToAdopt timeToAdopt,
        @Nullable List<Adopter> adopters) {

    /**
     * The state after a day.
     *
     * @param closedOut lines closed by then as adopted, in whole or in part, and so at the end of the curve
     * @param documented lines of which by then a document alone says so
     * @param inScope lines that hold at the end of the curve and whose instrument is of that day or earlier
     */
    record Point(LocalDate day, long closedOut, long documented, long inScope) {}

    /** Whether half adopted. */
    enum Median {
        REACHED,
        /** More than half have not adopted so far. */
        NOT_REACHED,
        /** Nobody was heard of. */
        UNKNOWN
    }

    /**
     * Days from the day of the instrument to the adoption, by Kaplan and Meier: who has not adopted so far counts as long as he had time.
     *
     * @param n lines heard of to which the case applies, and those of which a document speaks
     * @param events of those, adopted
     * @param censored of those, open today, or superseded before
     * @param leftOut lines of which nothing was heard, or to which the case does not apply, or whose adoption has no date
     * @param medianDays after which half had adopted; null unless {@code median} is REACHED
     */
    record TimeToAdopt(
            long n,
            long events,
            long censored,
            long leftOut,
            Median median,
            @Nullable Long medianDays) {}

    /** @param adopters those among the lines */
    static AdoptionCurve of(
            List<Line> lines, List<Adopter> adopters, AdoptionRate rate, Level level, LocalDate today, boolean listed) {
        Set<ObligationId> dated = new HashSet<>();
        adopters.forEach(adopter -> dated.add(adopter.obligation()));
        return new AdoptionCurve(
                level,
                today,
                rate,
                lines.stream()
                        .filter(line -> line.isEvidenced() && !dated.contains(line.id()))
                        .count(),
                adopters.isEmpty() ? null : adopters.getFirst(),
                adopters.isEmpty() ? null : adopters.getLast(),
                points(lines, adopters),
                timeToAdopt(lines, adopters, dated, today),
                listed ? adopters : null);
    }

    private static List<Point> points(List<Line> lines, List<Adopter> adopters) {
        long[] starts = lines.stream()
                .mapToLong(line -> line.start().toEpochDay())
                .sorted()
                .toArray();
        Map<LocalDate, long[]> byDay = new TreeMap<>();
        adopters.forEach(adopter ->
                byDay.computeIfAbsent(adopter.day(), any -> new long[2])[adopter.by() == By.CLOSE_OUT ? 0 : 1]++);
        List<Point> points = new ArrayList<>();
        long closedOut = 0;
        long documented = 0;
        int inScope = 0;
        for (Map.Entry<LocalDate, long[]> one : byDay.entrySet()) {
            closedOut += one.getValue()[0];
            documented += one.getValue()[1];
            while (inScope < starts.length && starts[inScope] <= one.getKey().toEpochDay()) {
                inScope++;
            }
            points.add(new Point(one.getKey(), closedOut, documented, inScope));
        }
        return points;
    }

    private static TimeToAdopt timeToAdopt(
            List<Line> lines, List<Adopter> adopters, Set<ObligationId> dated, LocalDate today) {
        List<Observation> observations = new ArrayList<>();
        adopters.forEach(adopter -> observations.add(new Observation(adopter.afterDays(), true)));
        for (Line line : lines) {
            LocalDate until = dated.contains(line.id()) ? null : watchedUntil(line, today);
            if (until != null) {
                observations.add(new Observation(Math.max(0, ChronoUnit.DAYS.between(line.start(), until)), false));
            }
        }
        KaplanMeier estimate = KaplanMeier.of(observations);
        OptionalLong median = estimate.median();
        return new TimeToAdopt(
                estimate.n(),
                estimate.events(),
                (long) estimate.n() - estimate.events(),
                (long) lines.size() - estimate.n(),
                median.isPresent() ? Median.REACHED : estimate.n() == 0 ? Median.UNKNOWN : Median.NOT_REACHED,
                median.isPresent() ? median.getAsLong() : null);
    }

    /** Until when a line that did not adopt had time to; null where nobody knows, or it has nothing to adopt. */
    private static @Nullable LocalDate watchedUntil(Line line, LocalDate today) {
        if (line.outcome() == Outcome.SUPERSEDED) {
            return line.closedOn().orElse(null);
        }
        return line.status() == Status.UNKNOWN || line.status() == Status.CLOSED || line.isEvidenced() ? null : today;
    }
}
