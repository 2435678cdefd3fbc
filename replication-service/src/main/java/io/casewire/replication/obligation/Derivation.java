package io.casewire.replication.obligation;

import io.casewire.contracts.event.Basis;
import io.casewire.contracts.event.Basis.ByHand.Kind;
import io.casewire.contracts.event.Basis.Superseding;
import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.event.ObligationEvent.Assurance;
import io.casewire.contracts.event.ObligationEvent.Obligation;
import io.casewire.contracts.event.ObligationEvent.ObligationDerived;
import io.casewire.contracts.event.ObligationEvent.ObligationLapsed;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.Promotion;
import io.casewire.contracts.wire.Envelope;
import io.casewire.gazetteer.Amendments;
import io.casewire.replication.ledger.Change;
import io.casewire.replication.ledger.Entries;
import io.casewire.replication.ledger.Entry;
import io.casewire.replication.ledger.Ledger;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Makes the ledger say what the case files say: level-triggered, so that it may run again at any time and two runs at
 * once end alike.
 */
final class Derivation {
    private static final int ROUNDS = 50;

    private final Scopes scopes;
    private final Cases cases;
    private final Instruments instruments;
    private final Tellings tellings;
    private final Foundations foundations;
    private final Entries entries;
    private final Clock clock;

    Derivation(
            Scopes scopes,
            Cases cases,
            Instruments instruments,
            Tellings tellings,
            Entries entries,
            Amendments amendments,
            Clock clock) {
        this.scopes = scopes;
        this.cases = cases;
        this.instruments = instruments;
        this.tellings = tellings;
        this.foundations = new Foundations(instruments, tellings, cases, amendments);
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * Brings the obligations of these cases into line.
     *
     * @throws OptimisticLockingFailureException if others changed them faster than they could be written; try again
     */
    void reconcile(Collection<CaseId> ids) {
        for (int round = 0; round < ROUNDS; round++) {
            List<Entry> present = entries.ofCases(ids);
            // before the files are read: what is known by then they rest on
            Set<CaseId> ahead = foundations.missing(present);
            Current current = current(ids);
            List<Change> changes = changes(current, present, ahead);
            // what is new and superseded already is derived first and closed then
            if (entries.write(changes)
                    && changes.stream().noneMatch(Derivation::isToBeClosed)
                    && current.files().equals(current(ids).files())) {
                return;
            }
        }
        throw new OptimisticLockingFailureException("The obligations of " + ids.size() + " cases keep changing");
    }

    /**
     * What is known of cases now.
     *
     * @param files each with whom it obliges
     * @param told the other tellings of those to whom it matters
     */
    private record Current(Map<CaseId, CaseFile> files, Map<CaseId, List<CaseFile>> told) {}

    private Current current(Collection<CaseId> ids) {
        Map<CaseId, CaseFile> kept = cases.findAll(ids);
        Map<CaseId, List<CaseFile>> told = tellings.of(kept.values());
        Map<CaseId, CaseFile> current = new LinkedHashMap<>();
        scopes(kept.values(), told).forEach((file, scope) -> {
            if (scope.equals(file.scope())) {
                current.put(file.id(), file);
            } else {
                CaseFile now = file.with(scope);
                cases.rescope(now);
                current.put(file.id(), now);
            }
        });
        return new Current(current, told);
    }

    /** Those of these whose scope is another by now than what is kept. */
    List<CaseId> outdated(Collection<CaseFile> files) {
        List<CaseId> outdated = new ArrayList<>();
        scopes(files, tellings.of(files)).forEach((file, scope) -> {
            if (!scope.equals(file.scope())) {
                outdated.add(file.id());
            }
        });
        return outdated;
    }

    private Map<CaseFile, Scope> scopes(Collection<CaseFile> files, Map<CaseId, List<CaseFile>> told) {
        Map<Promotion, InstrumentDay> days = instruments.days(files.stream()
                .flatMap(file -> Stream.ofNullable(file.promotion()))
                .toList());
        Map<CaseFile, Scope> now = new LinkedHashMap<>();
        for (CaseFile file : files) {
            Promotion promotion = file.promotion();
            now.put(
                    file,
                    scopes.of(
                            file.promoted(),
                            promotion == null ? Optional.empty() : Optional.ofNullable(days.get(promotion)),
                            makers(file, told)));
        }
        return now;
    }

    private static List<CaseFile> makers(CaseFile file, Map<CaseId, List<CaseFile>> told) {
        return Makers.areUnnamed(file.promoted())
                ? told.getOrDefault(file.id(), List.of()).stream()
                        .filter(Makers::isTold)
                        .toList()
                : List.of();
    }

    private List<Change> changes(Current current, List<Entry> present, Set<CaseId> ahead) {
        Map<CaseId, CaseFile> kept = current.files();
        Map<ObligationId, Entry> left = new LinkedHashMap<>();
        Supersession supersession = new Supersession(
                cases.promotedTitled(kept.values().stream()
                        .filter(Supersession::canBefall)
                        .map(CaseFile::titleKey)
                        .collect(Collectors.toSet())),
                current.told());
        present.forEach(entry -> left.put(entry.id(), entry));
        // the store keeps milliseconds
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Change> changes = new ArrayList<>();
        for (CaseFile file : kept.values()) {
            if (ahead.contains(file.id())) {
                continue;
            }
            for (RegionInScope region : file.withdrawn() == null ? file.regions() : List.<RegionInScope>of()) {
                Entry entry = left.remove(file.obligation(region.code()));
                Superseding later = supersession.of(file, region).orElse(null);
                (entry == null ? Optional.of(first(file, region, later, now)) : again(file, region, later, entry, now))
                        .ifPresent(changes::add);
            }
        }
        for (Entry entry : left.values()) {
            CaseFile file = kept.get(entry.obligation().caseId());
            // a restored ledger is ahead of the case files until these are read again
            if (file != null
                    && !ahead.contains(file.id())
                    && entry.active()
                    && (file.withdrawn() != null || !decided(entry, Kind.ADDED))
                    && entry.obligation().caseRevision() <= file.revision()) {
                changes.add(lapse(file, entry, now));
            }
        }
        changes.addAll(Orphans.of(present, changes, kept, now));
        return changes;
    }

    private static boolean decided(Entry entry, Kind kind) {
        Basis basis = entry.obligation().basis();
        return basis != null && basis.byHand() != null && basis.byHand().kind() == kind;
    }

    private static boolean isToBeClosed(Change change) {
        return change.seen() == 0 && Foundations.superseding(change.after()).isPresent();
    }

    private static Change first(CaseFile file, RegionInScope region, @Nullable Superseding later, Instant now) {
        Entry derived = Entry.derived(obligation(file, region, later, null), now);
        return change(file, derived, 0, new ObligationDerived(derived.obligation(), derived.revision()));
    }

    private static Optional<Change> again(
            CaseFile file, RegionInScope region, @Nullable Superseding later, Entry entry, Instant now) {
        if (entry.obligation().caseRevision() > file.revision() || decided(entry, Kind.WAIVED)) {
            return Optional.empty();
        }
        Obligation next = obligation(file, region, later, entry.obligation());
        Optional<Entry> moved = entry.supersededAs(next, now);
        if (moved.isPresent()) {
            Entry after = moved.get();
            return Optional.of(change(file, after, entry.revision(), after.told()));
        }
        if (entry.active() && sameButForCaseRevision(entry.obligation(), next)) {
            return Optional.empty();
        }
        Entry after = entry.rederived(next, now);
        return Optional.of(
                change(file, after, entry.revision(), new ObligationDerived(after.obligation(), after.revision())));
    }

    private static Change lapse(CaseFile file, Entry entry, Instant now) {
        String reason = file.withdrawn() != null
                ? "The case was withdrawn: " + file.withdrawn()
                : leftSet(file, entry)
                        .orElse("Revision " + file.revision() + " of the case does not have this region in scope");
        Entry after = entry.lapsing(file.revision(), reason, now);
        return change(
                file, after, entry.revision(), new ObligationLapsed(after.obligation(), after.revision(), reason));
    }

    /** Empty unless the case addresses the same set as of the same day, and the set is known not to have the region. */
    private static Optional<String> leftSet(CaseFile file, Entry entry) {
        Basis basis = entry.obligation().basis();
        Basis.Members before = basis == null ? null : basis.set();
        return basis == null
                        || before == null
                        || !basis.day().counted().equals(file.scope().day().counted())
                ? Optional.empty()
                : file.scope().sets().stream()
                        .filter(set -> set.id().equals(before.id()))
                        .findFirst()
                        .map(set -> "%s does not have this region on %s"
                                .formatted(set.name(), file.scope().day().counted()));
    }

    /** A change and the event that tells it. */
    static Change change(CaseFile file, Entry after, long seen, ObligationEvent event) {
        return new Change(
                after,
                seen,
                Envelope.now(event, Ledger.SOURCE, after.updatedAt(), file.correlationId(), file.backfill()));
    }

    /** What the region has to do now; its place in the ledger stays where it was. */
    private static Obligation obligation(
            CaseFile file, RegionInScope region, @Nullable Superseding later, @Nullable Obligation before) {
        return new Obligation(
                file.obligation(region.code()),
                file.id(),
                file.revision(),
                file.title(),
                file.domains(),
                region.code(),
                region.name(),
                region.role(),
                before == null ? Status.UNKNOWN : before.status(),
                before == null ? null : before.outcome(),
                before == null ? Assurance.NONE : before.assurance(),
                before == null ? List.of() : before.evidence(),
                file.promotion() == null ? null : file.promotion().strength(),
                file.since(),
                before == null ? null : before.dueOn(),
                region.level(),
                region.provinceCode(),
                file.basis(region, later),
                before == null ? null : before.due(),
                before == null ? null : before.work());
    }

    private static boolean sameButForCaseRevision(Obligation before, Obligation after) {
        return before.caseTitle().equals(after.caseTitle())
                && before.domains().equals(after.domains())
                && before.regionName().equals(after.regionName())
                && before.role() == after.role()
                && before.strength() == after.strength()
                && before.level() == after.level()
                && Objects.equals(before.provinceCode(), after.provinceCode())
                && Objects.equals(before.basis(), after.basis())
                && Objects.equals(before.since(), after.since());
    }
}
