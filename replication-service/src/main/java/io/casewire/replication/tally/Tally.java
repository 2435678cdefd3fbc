package io.casewire.replication.tally;

import io.casewire.contracts.event.ObligationEvent.Assurance;
import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.replication.ledger.CountedAs;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts obligations of adopters towards an {@link AdoptionRate}. */
public final class Tally {
    private long unknown;
    private long open;
    private long adopted;
    private long partial;
    private long notApplicable;
    private long superseded;
    private long evidenced;

    void add(Status status, @Nullable Outcome outcome, Assurance assurance, long count) {
        if (isEvidenced(status, assurance)) {
            evidenced += count;
        }
        switch (CountedAs.of(status, outcome)) {
            case UNKNOWN -> unknown += count;
            case OPEN -> open += count;
            case ADOPTED -> adopted += count;
            case PARTIAL -> partial += count;
            case NOT_APPLICABLE -> notApplicable += count;
            case SUPERSEDED -> superseded += count;
        }
    }

    void add(Tally other) {
        unknown += other.unknown;
        open += other.open;
        adopted += other.adopted;
        partial += other.partial;
        notApplicable += other.notApplicable;
        superseded += other.superseded;
        evidenced += other.evidenced;
    }

    boolean isEmpty() {
        return unknown + open + adopted + partial + notApplicable + superseded == 0;
    }

    /** Whether only documents say that it was adopted. */
    public static boolean isEvidenced(Status status, Assurance assurance) {
        return (status == Status.UNKNOWN || status == Status.NOT_STARTED) && assurance == Assurance.EVIDENCED;
    }

    public AdoptionRate rate() {
        return AdoptionRate.of(unknown, open, adopted, partial, notApplicable, superseded, evidenced);
    }

    /** The same, the levels of regions apart. */
    public static final class ByLevel {
        private final Map<Level, Tally> levels = new EnumMap<>(Level.class);

        void add(Level level, Status status, @Nullable Outcome outcome, Assurance assurance, long count) {
            Tally tally = levels.computeIfAbsent(level, any -> new Tally());
            tally.add(status, outcome, assurance, count);
            if (tally.isEmpty()) {
                levels.remove(level);
            }
        }

        /** Counts a line, or no longer with a count of -1. */
        void add(Line line, long count) {
            add(line.level(), line.status(), line.outcome(), line.assurance(), count);
        }

        void add(ByLevel other) {
            other.levels.forEach((level, tally) ->
                    levels.computeIfAbsent(level, any -> new Tally()).add(tally));
        }

        boolean isEmpty() {
            return levels.isEmpty();
        }

        /** The same; of that level only where one is given. */
        ByLevel copy(@Nullable Level level) {
            ByLevel copy = new ByLevel();
            copy.add(this);
            if (level != null) {
                copy.levels.keySet().retainAll(Set.of(level));
            }
            return copy;
        }

        /** The highest level first; levels of which nothing is asked are absent. */
        public List<AdoptionRate> rates() {
            return levels.entrySet().stream()
                    .map(level -> level.getValue().rate().at(level.getKey()))
                    .toList();
        }

        /** Of that level; nothing where nothing is asked of it. */
        public AdoptionRate rate(Level level) {
            Tally tally = levels.get(level);
            return (tally == null ? new Tally() : tally).rate().at(level);
        }

        /** Whether anything is asked of that level. */
        public boolean has(Level level) {
            return levels.containsKey(level);
        }

        /** Of all levels together, each obligation once. */
        public AdoptionRate together() {
            Tally all = new Tally();
            levels.values().forEach(all::add);
            return all.rate();
        }
    }
}
