package io.casewire.replication.ledger;

import io.casewire.contracts.event.Basis;
import io.casewire.contracts.event.Basis.ByHand;
import io.casewire.contracts.event.Due;
import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.event.ObligationEvent.Assurance;
import io.casewire.contracts.event.ObligationEvent.Attachment;
import io.casewire.contracts.event.ObligationEvent.Note;
import io.casewire.contracts.event.ObligationEvent.Obligation;
import io.casewire.contracts.event.ObligationEvent.ObligationMoved;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Role;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.event.ObligationEvent.Step;
import io.casewire.contracts.event.ObligationEvent.Work;
import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.wire.HistoryChain;
import io.casewire.replication.ledger.Journal.TakenAttachment;
import io.casewire.replication.ledger.Journal.TakenNote;
import io.casewire.replication.ledger.Journal.UsedKey;
import java.time.Instant;
import java.time.LocalDate;
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
 * @param reminded the last reminder sent; null where none ever was
 * @param journal what was said without moving it
 * @param standings when it held, in what role and how sure, oldest first; made of the rest where none are given
 */
public record Entry(
        Obligation obligation,
        long revision,
        @Nullable String lapsed,
        List<TakenStep> steps,
        Instant derivedAt,
        Instant updatedAt,
        @Nullable Reminded reminded,
        Journal journal,
        List<Standing> standings) {
    public Entry {
        steps = List.copyOf(steps);
        standings = standings.isEmpty()
                ? Standing.known(obligation, lapsed == null, derivedAt, updatedAt)
                : List.copyOf(standings);
    }

    /** One of which nothing was said but with steps, and that was never reminded of. */
    Entry(
            Obligation obligation,
            long revision,
            @Nullable String lapsed,
            List<TakenStep> steps,
            Instant derivedAt,
            Instant updatedAt) {
        this(obligation, revision, lapsed, steps, derivedAt, updatedAt, null, Journal.EMPTY, List.of());
    }

    /**
     * A step that was taken.
     *
     * @param revision of the obligation after it
     * @param key the reporter's idempotency key; null where none was sent
     * @param fingerprint of what was sent with that key
     * @param chain its link in the history; null in those that are older than chains
     */
    record TakenStep(
            Step step,
            long revision,
            @Nullable String key,
            @Nullable String fingerprint,
            @Nullable String chain) {}

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

    /** This one with that deadline, null for none; what was reminded of another day no longer counts. */
    public Entry dueOn(@Nullable LocalDate day, Due from) {
        return dueOn(day, from, from.at());
    }

    /** The same where the deadline was decided on before: that of the whole of which this is a part. */
    public Entry dueOn(@Nullable LocalDate day, Due from, Instant now) {
        return next(obligation.due(day, from), lapsed, now);
    }

    /** This one after a reminder. */
    public Entry reminded(Reminded now, Instant at) {
        return new Entry(obligation, revision + 1, lapsed, steps, derivedAt, at, now, journal, standings);
    }

    /** Whether something is left to do for the region: what it submitted waits for the reviewer. */
    boolean open() {
        return active()
                && obligation.role() == Role.ADOPTER
                && obligation.status() != Status.SUBMITTED
                && obligation.status() != Status.CLOSED;
    }

    /** This one with exactly these facts speaking for it. */
    public Entry evidencedBy(List<EvidenceId> facts, Instant now) {
        boolean denied = latestSubmission()
                .map(submission -> submission.step().outcome() == Outcome.NOT_APPLICABLE && !recalled(submission))
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

    /** This one with a note. */
    Entry noted(Note note, Journal next) {
        String link = HistoryChain.link(History.head(this), id(), revision + 1, note);
        return next(obligation, lapsed, note.at()).with(next.with(new TakenNote(note, revision + 1, link)));
    }

    /** This one after a file was attached, taken away or destroyed. */
    Entry filed(Attachment file, Journal next) {
        String link = HistoryChain.link(History.head(this), id(), revision + 1, file);
        return next(obligation, lapsed, file.at()).with(next.with(new TakenAttachment(file, revision + 1, link)));
    }

    /** Files that were attached, taken away and destroyed, oldest first. */
    public List<Attachment> files() {
        return journal.attachments().stream().map(TakenAttachment::attachment).toList();
    }

    /** Files that are there, in the order in which they came. */
    public List<Attachment> attached() {
        return List.copyOf(journal.attached().values());
    }

    private Entry next(Obligation next, @Nullable String why, Instant now) {
        return new Entry(
                next,
                revision + 1,
                why,
                steps,
                derivedAt,
                now,
                reminded,
                journal,
                Standing.and(standings, now, why == null, next));
    }

    private Entry with(Journal next) {
        return new Entry(obligation, revision, lapsed, steps, derivedAt, updatedAt, reminded, next, standings);
    }

    /**
     * This one closed because a later instrument took its place, or opened again because that no longer holds.
     *
     * @param next what the region has to do now, saying what supersedes it
     * @return empty where neither is to be done: it is closed already, it does not hold, or a person opened it again
     */
    public Optional<Entry> supersededAs(Obligation next, Instant now) {
        return LaterInstrument.step(this, next, now).map(step -> moved(next, step));
    }

    private Entry moved(Obligation next, Step step) {
        List<Standing> stood = Standing.and(standings, step.at(), active(), next);
        return new Entry(next, revision, lapsed, steps, derivedAt, updatedAt, reminded, journal, stood)
                .moved(step, obligation.assurance(), null, null);
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
        String link = HistoryChain.link(History.head(this), id(), revision + 1, step);
        TakenStep taken = new TakenStep(step, revision + 1, key, fingerprint, link);
        Obligation next =
                with(obligation, obligation.caseRevision(), step.to(), outcome, assurance, obligation.evidence());
        return new Entry(
                next,
                revision + 1,
                lapsed,
                Stream.concat(steps.stream(), Stream.of(taken)).toList(),
                derivedAt,
                step.at(),
                reminded,
                journal,
                Standing.and(standings, step.at(), active(), next));
    }

    /** The event that tells the step, note, file or word on its work that was taken last. */
    public ObligationEvent told() {
        if (!steps.isEmpty() && steps.getLast().revision() == revision) {
            return new ObligationMoved(
                    obligation, revision, lastStep(), steps.getLast().chain());
        }
        return journal.told(obligation, revision);
    }

    public ObligationId id() {
        return obligation.id();
    }

    /** Whether it holds. */
    public boolean active() {
        return lapsed == null;
    }

    /** Whether it holds and rates count it; {@link StoredEntry#COUNTS} asks the store for the same. */
    public boolean counts() {
        return active() && obligation.counts();
    }

    /** The line it is a part of; empty for what a region owes itself. */
    public Optional<ObligationId> parent() {
        return Optional.ofNullable(obligation.basis()).map(Basis::delegation).map(Basis.Delegation::parent);
    }

    /** When it was closed; empty unless it is. */
    public Optional<Instant> closedAt() {
        return obligation.status() == Status.CLOSED && !steps.isEmpty()
                ? Optional.of(steps.getLast().step().at())
                : Optional.empty();
    }

    /** Whether this is that entry or has come of it: what made that revision is in its history. */
    boolean took(Entry after) {
        return equals(after)
                || steps.stream()
                        .anyMatch(taken -> taken.revision() == after.revision()
                                && after.steps().contains(taken));
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

    /** As it stood at the end of an earlier time; empty where it was derived later. */
    public Optional<Entry> before(Instant end) {
        return PastEntry.of(this, end);
    }

    /** As much as counts need. */
    public LedgerHead head() {
        boolean closed = obligation.status() == Status.CLOSED && !steps.isEmpty();
        return new LedgerHead(
                obligation,
                revision,
                !active(),
                derivedAt,
                closed
                        ? new LedgerHead.Closing(
                                steps.getLast().revision(),
                                steps.getLast().step().at())
                        : null);
    }

    /** The last report that was submitted; empty if none ever was. */
    Optional<TakenStep> latestSubmission() {
        return steps.reversed().stream()
                .filter(taken -> taken.step().to() == Status.SUBMITTED)
                .findFirst();
    }

    private boolean recalled(TakenStep submission) {
        int next = steps.indexOf(submission) + 1;
        return next < steps.size() && steps.get(next).step().to() == Status.IN_PROGRESS;
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
                o.due(),
                o.work());
    }
}
