package io.casewire.replication.ledger;

import io.casewire.contracts.event.ObligationEvent.Assurance;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Role;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.event.ObligationEvent.Step;
import io.casewire.identity.Caller;
import io.casewire.replication.ledger.Entry.TakenStep;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who may take which step of the ledger, and what a step must say. Pure. */
final class LedgerRules {
    /** Of one obligation: they lie in one document with it, and each answer brings them all. */
    static final int MAX_NOTES = 200;

    private LedgerRules() {}

    /**
     * Whether the caller may change this obligation to that status at all; the rule that forbids it, or empty.
     *
     * <p>A region's people report for their own region, by exact code. Coordinators and operators report for any region
     * and review.
     */
    static Optional<Rule> forbids(Entry entry, Caller caller, Status to) {
        if (caller.has(io.casewire.identity.Role.COORDINATOR, io.casewire.identity.Role.OPERATOR)) {
            return Optional.empty();
        }
        if (!caller.has(io.casewire.identity.Role.REGION) || Move.sideOf(to).equals(Optional.of(Move.Side.REVIEWER))) {
            return Optional.of(Rule.ROLE_MAY_NOT);
        }
        return Objects.equals(caller.region(), entry.obligation().regionCode())
                ? Optional.empty()
                : Optional.of(Rule.NOT_YOUR_REGION);
    }

    /** Whether there is nothing to do here at all, so that nobody reports on it. */
    static Optional<Rule> idle(Entry entry) {
        if (entry.obligation().role() == Role.ORIGIN) {
            return Optional.of(Rule.ORIGIN_HAS_NOTHING_TO_ADOPT);
        }
        return entry.active() ? Optional.empty() : Optional.of(Rule.OBLIGATION_LAPSED);
    }

    /** Whether a note may be added to this obligation; the rule that forbids it, or empty. */
    static Optional<Rule> note(Entry entry, @Nullable String text) {
        return idle(entry)
                .or(() -> text == null ? Optional.of(Rule.TEXT_MISSING) : Optional.empty())
                .or(() -> entry.journal().notes().size() < MAX_NOTES
                        ? Optional.empty()
                        : Optional.of(Rule.TOO_MANY_NOTES));
    }

    /** Judges a step of somebody whom {@link #forbids} did not stop. */
    static Verdict judge(
            Entry entry,
            Caller caller,
            Report report,
            @Nullable String key,
            @Nullable String fingerprint,
            Instant now) {
        Optional<Rule> idle = idle(entry);
        if (idle.isPresent()) {
            return new Verdict.Broken(idle.get());
        }
        Optional<Move> move = Move.between(entry.obligation().status(), report.to());
        if (move.isEmpty()) {
            return new Verdict.Broken(Rule.NO_SUCH_STEP);
        }
        if (entry.parent().isPresent() && move.get() != Move.ACKNOWLEDGE && move.get() != Move.START) {
            return new Verdict.Broken(Rule.PART_IS_NOT_SUBMITTED);
        }
        Optional<TakenStep> submission = entry.latestSubmission();
        Report complete = complete(move.get(), report, submission.map(TakenStep::step));
        Optional<Rule> broken = broken(move.get(), complete)
                .or(() -> AttachmentRules.evidence(entry, report.evidence()))
                .or(() -> leavesContradiction(entry, report, complete)
                        ? Optional.of(Rule.CONTRADICTION_UNANSWERED)
                        : Optional.empty())
                .or(() -> reviewsOwnReport(move.get(), caller, submission)
                        ? Optional.of(Rule.REVIEWER_IS_REPORTER)
                        : Optional.empty());
        if (broken.isPresent()) {
            return new Verdict.Broken(broken.get());
        }
        Step step = new Step(
                entry.obligation().status(),
                complete.to(),
                complete.outcome(),
                caller.subject(),
                now,
                complete.explanation(),
                complete.reason(),
                complete.evidence());
        return new Verdict.Allowed(entry.moved(step, assurance(move.get(), entry, step), key, fingerprint));
    }

    /** What the reviewer does not say again stands as it was submitted. */
    private static Report complete(Move move, Report report, Optional<Step> submission) {
        if (move != Move.CLOSE || submission.isEmpty()) {
            return report;
        }
        Step submitted = submission.get();
        Outcome outcome = report.outcome() == null ? submitted.outcome() : report.outcome();
        return new Report(
                report.to(),
                outcome,
                report.explanation() == null ? submitted.explanation() : report.explanation(),
                report.reason() == null ? submitted.reason() : report.reason(),
                Stream.concat(submitted.evidence().stream(), report.evidence().stream())
                        .distinct()
                        .toList());
    }

    private static Optional<Rule> broken(Move move, Report report) {
        return outcomeRule(move, report)
                .or(() -> explains(move) && report.explanation() == null
                        ? Optional.of(Rule.EXPLANATION_MISSING)
                        : Optional.empty())
                .or(() -> needsReason(move, report) && report.reason() == null
                        ? Optional.of(Rule.REASON_MISSING)
                        : Optional.empty())
                .or(() -> needsEvidence(report) && report.evidence().isEmpty()
                        ? Optional.of(Rule.EVIDENCE_MISSING)
                        : Optional.empty());
    }

    private static Optional<Rule> outcomeRule(Move move, Report report) {
        Outcome outcome = report.outcome();
        if (outcome == Outcome.SUPERSEDED) {
            return Optional.of(Rule.OUTCOME_OUT_OF_PLACE);
        }
        return switch (move) {
            case ACKNOWLEDGE, START, RECALL, RETURN, REOPEN ->
                outcome == null ? Optional.empty() : Optional.of(Rule.OUTCOME_OUT_OF_PLACE);
            case SUBMIT -> Optional.empty();
            case DECLINE ->
                outcome == Outcome.NOT_APPLICABLE ? Optional.empty() : Optional.of(Rule.OUTCOME_OUT_OF_PLACE);
            case CLOSE -> outcome == null ? Optional.of(Rule.OUTCOME_MISSING) : Optional.empty();
        };
    }

    private static boolean explains(Move move) {
        return switch (move) {
            case START, SUBMIT, DECLINE, CLOSE -> true;
            // the word here is the reason
            case ACKNOWLEDGE, RECALL, RETURN, REOPEN -> false;
        };
    }

    private static boolean needsReason(Move move, Report report) {
        return move == Move.RECALL
                || move == Move.RETURN
                || move == Move.REOPEN
                || report.outcome() == Outcome.NOT_APPLICABLE;
    }

    private static boolean needsEvidence(Report report) {
        return report.outcome() == Outcome.ADOPTED || report.outcome() == Outcome.PARTIAL;
    }

    private static boolean reviewsOwnReport(Move move, Caller caller, Optional<TakenStep> submission) {
        return (move == Move.CLOSE || move == Move.RETURN)
                && submission
                        .map(taken -> caller.subject().equals(taken.step().actor()))
                        .orElse(false);
    }

    /** Whether it is closed as not applicable against what a document says, with no more than the region's own reason. */
    private static boolean leavesContradiction(Entry entry, Report report, Report complete) {
        boolean documented = entry.obligation().assurance() == Assurance.CONTRADICTED
                || !entry.obligation().evidence().isEmpty();
        return report.to() == Status.CLOSED
                && complete.outcome() == Outcome.NOT_APPLICABLE
                && documented
                && report.reason() == null;
    }

    private static Assurance assurance(Move move, Entry entry, Step step) {
        Assurance before = entry.obligation().assurance();
        return switch (move) {
            case ACKNOWLEDGE, START, RETURN -> before;
            case RECALL ->
                AssuranceRules.recalled(!entry.obligation().evidence().isEmpty());
            case SUBMIT, DECLINE -> AssuranceRules.submitted(before, step.outcome());
            case CLOSE ->
                AssuranceRules.closed(before, Objects.requireNonNull(step.outcome(), "closing has an outcome"));
            case REOPEN ->
                AssuranceRules.reopened(before, !entry.obligation().evidence().isEmpty());
        };
    }
}
