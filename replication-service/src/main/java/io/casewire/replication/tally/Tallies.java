package io.casewire.replication.tally;

import io.casewire.contracts.event.Basis;
import io.casewire.contracts.event.ObligationEvent.Obligation;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.replication.ledger.Entries;
import io.casewire.replication.ledger.EntryFilter;
import io.casewire.replication.ledger.LedgerHead;
import io.casewire.replication.ledger.Written;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;

/**
 * Every obligation as it is counted, in memory, with its sums. What comes twice or out of order changes nothing that was newer, so
 * the store, writes here and the topic may all tell the same.
 */
public final class Tallies {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    // all guarded by the lock
    private final Map<CaseId, OfCase> cases = new HashMap<>();
    private final Sums sums = new Sums();
    private final Pool pool = new Pool();

    /** The lines of a case, and its title at the newest revision of it that was told. */
    private static final class OfCase {
        private final Map<ObligationId, Line> lines = new HashMap<>();
        private String title = "";
        private long revision = -1;

        private void name(Obligation obligation) {
            if (obligation.caseRevision() > revision) {
                revision = obligation.caseRevision();
                title = obligation.caseTitle();
            }
        }
    }

    /**
     * Counts as of the end of a past day in China, made of the histories in the store. Costs a pass over the lines that fit.
     *
     * @param filter at least those it takes are counted
     */
    public static Tallies on(LocalDate day, Entries entries, LineFilter filter) {
        Tallies then = new Tallies();
        EntryFilter kept =
                new EntryFilter(filter.caseId(), filter.region(), filter.level(), filter.province(), null, true);
        entries.forEachBefore(end(day), kept, head -> then.take(List.of(head)));
        return then;
    }

    /** The same of these cases. */
    public static Tallies on(LocalDate day, Entries entries, Collection<CaseId> ids) {
        Tallies then = new Tallies();
        entries.forEachBefore(end(day), ids, head -> then.take(List.of(head)));
        return then;
    }

    /** The first moment that is not of the day any more, in China. */
    public static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Line.CHINA).toInstant();
    }

    @EventListener
    void on(Written written) {
        take(written.heads());
    }

    /** Takes what is newer than what is known. */
    void take(Collection<LedgerHead> heads) {
        lock.writeLock().lock();
        try {
            heads.forEach(this::take);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void take(LedgerHead head) {
        Basis basis = head.obligation().basis();
        if (basis != null && basis.delegation() != null) {
            // a part of a line, which counts already
            return;
        }
        OfCase ofCase = cases.computeIfAbsent(head.obligation().caseId(), any -> new OfCase());
        ofCase.name(head.obligation());
        Line told = Line.of(head);
        Line before = ofCase.lines.get(told.id());
        Line after = before == null ? told : before.and(told);
        if (!after.equals(before)) {
            if (before != null) {
                sums.add(before, -1);
            }
            Line kept = after.pooled(pool);
            ofCase.lines.put(kept.id(), kept);
            sums.add(kept, 1);
        }
    }

    /**
     * Counts by group, in the order of the groups' keys; groups without a line are absent. Without a filter beside the level nothing is
     * gone through but the groups.
     */
    public Map<String, Tally.ByLevel> by(Dimension dimension, LineFilter filter) {
        return reading(() -> {
            if (filter.takesAllOfALevel()) {
                return sums.by(dimension, filter.level());
            }
            Map<String, Tally.ByLevel> found = new TreeMap<>();
            candidates(filter).forEach(line -> {
                if (line.counts() && filter.takes(line)) {
                    dimension.keys(line).forEach(key -> Sums.add(found, key, line, 1));
                }
            });
            return found;
        });
    }

    /** Counts of one region, the levels apart. */
    public Tally.ByLevel ofRegion(String code) {
        return reading(() -> sums.of(Dimension.REGION, code));
    }

    /** Counts of all together, the levels apart. */
    public Tally.ByLevel all(LineFilter filter) {
        Tally.ByLevel all = new Tally.ByLevel();
        if (filter.takesAllOfALevel()) {
            by(Dimension.LEVEL, filter).values().forEach(all::add);
        } else {
            lines(filter).forEach(line -> all.add(line, 1));
        }
        return all;
    }

    /** Counts of those that belong to no group of that kind, as their document does not say. */
    public Tally.ByLevel without(Dimension dimension, LineFilter filter) {
        Tally.ByLevel without = new Tally.ByLevel();
        lines(filter).stream().filter(line -> dimension.keys(line).isEmpty()).forEach(line -> without.add(line, 1));
        return without;
    }

    /** Those that count and fit. */
    public List<Line> lines(LineFilter filter) {
        return reading(() -> {
            List<Line> found = new ArrayList<>();
            candidates(filter).forEach(line -> {
                if (line.counts() && filter.takes(line)) {
                    found.add(line);
                }
            });
            return found;
        });
    }

    /** Those of a case that hold, its origin's too. */
    public List<Line> ofCase(CaseId id) {
        return reading(() -> {
            OfCase ofCase = cases.get(id);
            return ofCase == null
                    ? List.of()
                    : ofCase.lines.values().stream().filter(Line::holds).toList();
        });
    }

    /** The first day of which the ledger tells; empty while it is. */
    public Optional<LocalDate> firstDay() {
        return reading(() -> cases.values().stream()
                .flatMap(ofCase -> ofCase.lines.values().stream())
                .map(Line::derivedOn)
                .min(Comparator.naturalOrder()));
    }

    /** The title of a case that was heard of; else its id. */
    public String title(CaseId id) {
        return reading(() -> {
            OfCase ofCase = cases.get(id);
            return ofCase == null ? id.value() : ofCase.title;
        });
    }

    /** The cases of which some line holds. */
    public Set<CaseId> promoted() {
        return reading(() -> {
            Set<CaseId> promoted = new HashSet<>();
            cases.forEach((id, ofCase) -> {
                if (ofCase.lines.values().stream().anyMatch(Line::holds)) {
                    promoted.add(id);
                }
            });
            return promoted;
        });
    }

    private Iterable<Line> candidates(LineFilter filter) {
        if (filter.caseId() != null) {
            OfCase ofCase = cases.get(filter.caseId());
            return ofCase == null ? List.of() : ofCase.lines.values();
        }
        return () -> cases.values().stream()
                .flatMap(ofCase -> ofCase.lines.values().stream())
                .iterator();
    }

    private <T> T reading(Supplier<T> work) {
        lock.readLock().lock();
        try {
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }
}
