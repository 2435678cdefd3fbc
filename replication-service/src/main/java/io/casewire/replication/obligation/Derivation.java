package io.casewire.replication.obligation;

import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.event.ObligationEvent.Assurance;
import io.casewire.contracts.event.ObligationEvent.Obligation;
import io.casewire.contracts.event.ObligationEvent.ObligationDerived;
import io.casewire.contracts.event.ObligationEvent.ObligationLapsed;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.wire.Envelope;
import io.casewire.replication.ledger.Change;
import io.casewire.replication.ledger.Entries;
import io.casewire.replication.ledger.Entry;
import io.casewire.replication.ledger.Ledger;
import io.casewire.replication.obligation.Cases.Kept;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Makes the ledger say what the case files say: level-triggered, so that it may run again at any time and two runs at
 * once end alike.
 */
final class Derivation {
    private static final int ROUNDS = 50;

    private final Cases cases;
    private final Entries entries;
    private final Clock clock;

    Derivation(Cases cases, Entries entries, Clock clock) {
        this.cases = cases;
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
            Map<CaseId, Kept> kept = cases.findAll(ids);
            if (entries.write(changes(kept.values())) && revisions(kept).equals(revisions(cases.findAll(ids)))) {
                return;
            }
        }
        throw new OptimisticLockingFailureException("The obligations of " + ids.size() + " cases keep changing");
    }

    private List<Change> changes(Collection<Kept> kept) {
        List<ObligationId> ids = kept.stream()
                .flatMap(one -> one.ever().stream().map(one.file()::obligation))
                .toList();
        Map<ObligationId, Entry> present = ids.isEmpty() ? Map.of() : entries.findAll(ids);
        // the store keeps milliseconds
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Change> changes = new ArrayList<>();
        for (Kept one : kept) {
            for (String code : one.ever()) {
                Entry entry = present.get(one.file().obligation(code));
                change(one.file(), one.file().demand(code), entry, now).ifPresent(changes::add);
            }
        }
        return changes;
    }

    private static Optional<Change> change(
            CaseFile file, Optional<RegionInScope> demand, @Nullable Entry entry, Instant now) {
        if (entry == null) {
            return demand.map(region -> {
                Entry derived = Entry.derived(obligation(file, region, null), now);
                return change(file, derived, 0, new ObligationDerived(derived.obligation(), derived.revision()));
            });
        }
        if (entry.obligation().caseRevision() >= file.revision()) {
            return Optional.empty();
        }
        if (demand.isEmpty()) {
            return entry.active() ? Optional.of(lapse(file, entry, now)) : Optional.empty();
        }
        Obligation next = obligation(file, demand.get(), entry.obligation());
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
                : "Revision " + file.revision() + " of the case no longer has this region in scope";
        Entry after = entry.lapsing(file.revision(), reason, now);
        return change(
                file, after, entry.revision(), new ObligationLapsed(after.obligation(), after.revision(), reason));
    }

    private static Change change(CaseFile file, Entry after, long seen, ObligationEvent event) {
        return new Change(
                after,
                seen,
                Envelope.now(event, Ledger.SOURCE, after.updatedAt(), file.correlationId(), file.backfill()));
    }

    /** What the region has to do now; its place in the ledger stays where it was. */
    private static Obligation obligation(CaseFile file, RegionInScope region, @Nullable Obligation before) {
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
                before == null ? null : before.dueOn());
    }

    private static boolean sameButForCaseRevision(Obligation before, Obligation after) {
        return before.caseTitle().equals(after.caseTitle())
                && before.domains().equals(after.domains())
                && before.regionName().equals(after.regionName())
                && before.role() == after.role()
                && before.strength() == after.strength()
                && Objects.equals(before.since(), after.since());
    }

    private static Map<CaseId, Long> revisions(Map<CaseId, Kept> kept) {
        return kept.values().stream().collect(Collectors.toMap(one -> one.file().id(), one -> one.file()
                .revision()));
    }
}
