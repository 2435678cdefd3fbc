package io.casewire.replication.ledger;

import io.casewire.contracts.event.ObligationEvent.Obligation;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.event.ObligationEvent.Step;
import io.casewire.replication.ledger.Entry.TakenStep;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An entry as it stood at an earlier time, by its steps and standings. What is kept in its last state only (title, domains, instrument,
 * level) is as it is now; deadline and work are left out.
 */
final class PastEntry {
    private PastEntry() {}

    /** Empty where it was derived later. */
    static Optional<Entry> of(Entry entry, Instant end) {
        List<Standing> stood = entry.standings().stream()
                .filter(standing -> standing.at().isBefore(end))
                .toList();
        if (!entry.derivedAt().isBefore(end) || stood.isEmpty()) {
            return Optional.empty();
        }
        List<TakenStep> taken = entry.steps().stream()
                .filter(one -> one.step().at().isBefore(end))
                .toList();
        Standing last = stood.getLast();
        Instant updated =
                taken.isEmpty() || last.at().isAfter(taken.getLast().step().at())
                        ? last.at()
                        : taken.getLast().step().at();
        return Optional.of(new Entry(
                obligation(entry, taken, last),
                taken.isEmpty() ? 1 : taken.getLast().revision(),
                last.holds() ? null : Objects.requireNonNullElse(entry.lapsed(), ""),
                taken,
                entry.derivedAt(),
                updated,
                null,
                Journal.EMPTY,
                stood));
    }

    private static Obligation obligation(Entry entry, List<TakenStep> taken, Standing last) {
        Obligation o = entry.obligation();
        Status status = status(entry, taken);
        Step step = taken.isEmpty() ? null : taken.getLast().step();
        Outcome outcome = status == Status.CLOSED && step != null ? step.outcome() : null;
        return new Obligation(
                o.id(),
                o.caseId(),
                o.caseRevision(),
                o.caseTitle(),
                o.domains(),
                o.regionCode(),
                o.regionName(),
                last.role(),
                status,
                outcome,
                last.assurance(),
                last.assurance() == o.assurance() ? o.evidence() : List.of(),
                o.strength(),
                o.since(),
                null,
                o.level(),
                o.provinceCode(),
                o.basis(),
                null,
                null);
    }

    private static Status status(Entry entry, List<TakenStep> taken) {
        if (!taken.isEmpty()) {
            return taken.getLast().step().to();
        }
        return entry.steps().isEmpty()
                ? entry.obligation().status()
                : entry.steps().getFirst().step().from();
    }
}
