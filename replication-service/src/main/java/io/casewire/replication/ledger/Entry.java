package io.casewire.replication.ledger;

import io.casewire.contracts.event.Basis;
import io.casewire.contracts.event.Basis.ByHand;
import io.casewire.contracts.event.Basis.Superseding;
import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.event.ObligationEvent.Assurance;
import io.casewire.contracts.event.ObligationEvent.Obligation;
import io.casewire.contracts.event.ObligationEvent.ObligationMoved;
import io.casewire.contracts.event.ObligationEvent.ObligationNoted;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.event.ObligationEvent.Step;
import io.casewire.contracts.event.ObligationEvent.Work;
import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.replication.ledger.Journal.UsedKey;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One obligation as the ledger keeps it.
 *
 * @param revision of the obligation, from 1, one more with each event
 * @param lapsed why it no longer holds; null while it does
 * @param steps all that were ever taken, oldest first
 * @param derivedAt when it first followed from the case
 * @param updatedAt when the last change was made
 * @param journal what was said without moving it
 */
public record Entry(
        Obligation obligation,
        long revision,
        @Nullable String lapsed,
        List<TakenStep> steps,
        Instant derivedAt,
        Instant updatedAt,
        Journal journal) {
    /** Who takes the steps that follow from documents. */
    private static final String SYSTEM = "casewire";

    public Entry {
        steps = List.copyOf(steps);
    }

    /** One of which nothing was said but with steps. */
    Entry(
            Obligation obligation,
            long revision,
            @Nullable String lapsed,
            List<TakenStep> steps,
            Instant derivedAt,
            Instant updatedAt) {
        this(obligation, revision, lapsed, steps, derivedAt, updatedAt, Journal.EMPTY);
    }

    /**
     * A step that was taken.
     *
     * @param revision of the obligation after it
     * @param key the reporter's idempotency key; null where none was sent
     * @param fingerprint of what was sent with that key
     */
    record TakenStep(
            Step step,
            long revision,
            @Nullable String key,
            @Nullable String fingerprint) {}

    /** A new obligation, derived now. */
    public static Entry derived(Obligation obligation, Instant now) {
        return new Entry(obligation, 1, null, List.of(), now, now);
    }

    /** This one after the case said something new about it; it holds again if it had lapsed. */
    public Entry rederived(Obligation next, Instant now) {
        return next(next, null, now);
    }

    /** This one as no longer holding, its history kept. */
    public Entry lapsing(long caseRevision, String reason, Instant now) {
        Obligation o = obligation;
        Obligation next = with(o, caseRevision, o.status(), o.outcome(), o.assurance(), o.evidence());
        return next(next, reason, now);
    }

    /** This one with a person's decision on it; it lapses if it is waived and holds if it is added. */
    public Entry decided(ByHand decision, @Nullable String reason, Instant now) {
        Basis basis = obligation.basis();
        return next(basis == null ? obligation : obligation.with(basis.with(decision)), reason, now);
    }

    /** This one with exactly these facts speaking for it. */
    public Entry evidencedBy(List<EvidenceId> facts, Instant now) {
        boolean denied = latestSubmission()
                .map(submission -> submission.step().outcome() == Outcome.NOT_APPLICABLE)
                .orElse(false);
        boolean confirmed = obligation.outcome() == Outcome.ADOPTED || obligation.outcome() == Outcome.PARTIAL;
        Assurance assurance = facts.isEmpty()
                ? AssuranceRules.unevidenced(obligation.assurance(), confirmed)
                : AssuranceRules.evidenced(obligation.assurance(), denied);
        return next(
                with(
                        obligation,
                        obligation.caseRevision(),
                        obligation.status(),
                        obligation.outcome(),
                        assurance,
                        facts),
                lapsed,
                now);
    }

    /** This one after the region said that of its own work. */
    Entry working(Work work, Journal next, Instant now) {
        return next(obligation.with(work.equals(Work.NOTHING) ? null : work), lapsed, now)
                .with(next);
    }

    private Entry next(Obligation next, @Nullable String why, Instant now) {
        return new Entry(next, revision + 1, why, steps, derivedAt, now, journal);
    }

    private Entry with(Journal next) {
        return new Entry(obligation, revision, lapsed, steps, derivedAt, updatedAt, next);
    }

    /**
     * This one closed because a later instrument took its place, or opened again because that no longer holds.
     *
     * @param next what the region has to do now, saying what supersedes it
     * @return empty where neither is to be done: it is closed already, it does not hold, or a person opened it again
     */
    public Optional<Entry> supersededAs(Obligation next, Instant now) {
        Superseding later = next.basis() == null ? null : next.basis().supersededBy();
        if (later != null && active() && obligation.status() != Status.CLOSED && !reopenedByHand()) {
            String by = later.instrument() == null || later.instrument().number() == null
                    ? later.caseId().value()
                    : later.instrument().number();
            return Optional.of(moved(
                    next,
                    new Step(
                            obligation.status(),
                            Status.CLOSED,
                            Outcome.SUPERSEDED,
                            SYSTEM,
                            now,
                            null,
                            "Superseded by " + by + " of " + later.day(),
                            List.of(later.caseId().value()))));
        }
        if (later == null && active() && obligation.outcome() == Outcome.SUPERSEDED) {
            return Optional.of(moved(
                    next,
                    new Step(
                            Status.CLOSED,
                            Status.REOPENED,
                            null,
                            SYSTEM,
                            now,
                            null,
                            "What superseded it no longer does",
                            List.of())));
        }
        return Optional.empty();
    }

    private Entry moved(Obligation next, Step step) {
        return new Entry(next, revision, lapsed, steps, derivedAt, updatedAt, journal)
                .moved(step, obligation.assurance(), null, null);
    }

    /** Whether a person took back the close-out by a later instrument: it is not closed for that again. */
    private boolean reopenedByHand() {
        for (int i = steps.size() - 1; i > 0; i--) {
            if (steps.get(i - 1).step().outcome() == Outcome.SUPERSEDED) {
                return !SYSTEM.equals(steps.get(i).step().actor());
            }
        }
        return false;
    }

    /** All steps that were ever taken, oldest first. */
    public List<Step> history() {
        return steps.stream().map(TakenStep::step).toList();
    }

    /** The step taken last. */
    public Step lastStep() {
        return steps.getLast().step();
    }

    /** This one after a step. */
    Entry moved(Step step, Assurance assurance, @Nullable String key, @Nullable String fingerprint) {
        Outcome outcome = step.to() == Status.CLOSED ? step.outcome() : null;
        TakenStep taken = new TakenStep(step, revision + 1, key, fingerprint);
        return new Entry(
                with(obligation, obligation.caseRevision(), step.to(), outcome, assurance, obligation.evidence()),
                revision + 1,
                lapsed,
                Stream.concat(steps.stream(), Stream.of(taken)).toList(),
                derivedAt,
                step.at(),
                journal);
    }

    /** The event that tells what a person did last. */
    ObligationEvent told() {
        return !steps.isEmpty() && steps.getLast().revision() == revision
                ? new ObligationMoved(obligation, revision, lastStep())
                : new ObligationNoted(obligation, revision, journal.at(revision));
    }

    public ObligationId id() {
        return obligation.id();
    }

    /** Whether it holds. */
    public boolean active() {
        return lapsed == null;
    }

    /** When it was closed; empty unless it is. */
    public Optional<Instant> closedAt() {
        return obligation.status() == Status.CLOSED && !steps.isEmpty()
                ? Optional.of(steps.getLast().step().at())
                : Optional.empty();
    }

    /** The fingerprint of what that person sent with that key; empty where it was not used, and for null. */
    Optional<String> sentWith(String actor, @Nullable String key) {
        if (key == null) {
            return Optional.empty();
        }
        return Stream.concat(
                        steps.stream()
                                .filter(taken -> key.equals(taken.key())
                                        && actor.equals(taken.step().actor()))
                                .map(taken -> Objects.requireNonNullElse(taken.fingerprint(), "")),
                        journal.used().stream()
                                .filter(used ->
                                        used.key().equals(key) && used.actor().equals(actor))
                                .map(UsedKey::fingerprint))
                .findFirst();
    }

    /** The last report that was submitted; empty if none ever was. */
    Optional<TakenStep> latestSubmission() {
        return steps.reversed().stream()
                .filter(taken -> taken.step().to() == Status.SUBMITTED)
                .findFirst();
    }

    private static Obligation with(
            Obligation o,
            long caseRevision,
            Status status,
            @Nullable Outcome outcome,
            Assurance assurance,
            List<EvidenceId> evidence) {
        return new Obligation(
                o.id(),
                o.caseId(),
                caseRevision,
                o.caseTitle(),
                o.domains(),
                o.regionCode(),
                o.regionName(),
                o.role(),
                status,
                outcome,
                assurance,
                evidence,
                o.strength(),
                o.since(),
                o.dueOn(),
                o.level(),
                o.provinceCode(),
                o.basis(),
                o.work());
    }
}
