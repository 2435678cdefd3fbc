package io.casewire.replication.delegation;

import io.casewire.contracts.event.Basis;
import io.casewire.contracts.event.Basis.ByHand;
import io.casewire.contracts.event.Due;
import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.event.ObligationEvent.Assurance;
import io.casewire.contracts.event.ObligationEvent.Obligation;
import io.casewire.contracts.event.ObligationEvent.ObligationDerived;
import io.casewire.contracts.event.ObligationEvent.ObligationLapsed;
import io.casewire.contracts.event.ObligationEvent.Role;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.wire.Envelope;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.identity.Caller;
import io.casewire.replication.ledger.Change;
import io.casewire.replication.ledger.Entries;
import io.casewire.replication.ledger.Entry;
import io.casewire.replication.ledger.Ledger;
import io.casewire.replication.ledger.Parts;
import io.casewire.serving.problem.Problems;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** Hands lines down, and takes them back. */
final class Delegations {
    private static final String TAKEN_BACK = "The region that handed it down took it back";
    private static final int MAX_PARTS = 300;

    private final Entries entries;
    private final Parts parts;
    private final Gazetteer gazetteer;
    private final Clock clock;

    Delegations(Entries entries, Parts parts, Gazetteer gazetteer, Clock clock) {
        this.entries = entries;
        this.parts = parts;
        this.gazetteer = gazetteer;
        this.clock = clock;
    }

    /**
     * Hands a line down, for the first time or again after it was taken back.
     *
     * @throws org.springframework.web.ErrorResponseException (403, 404, 409, 422) where the caller does not report on the line, there is none, it cannot be
     *     handed down, or not to there
     */
    Entry delegate(ObligationId id, Delegate delegate, Caller caller, String reason) {
        Entry parent = reportable(id, caller);
        Obligation of = parent.obligation();
        if (of.status() == Status.CLOSED) {
            throw Problems.refused(HttpStatus.CONFLICT, "obligation-closed", "What is closed is not handed down.");
        }
        if (delegate instanceof Delegate.Part(var place, var _)
                && !gazetteer.above(place).contains(of.regionCode())) {
            throw Problems.refused(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "not-a-part-of-the-region",
                    place.name() + " does not lie in " + of.regionName() + ".");
        }
        Instant now = now();
        ByHand decision = new ByHand(ByHand.Kind.ADDED, caller.subject(), reason, now);
        Optional<Entry> before = entries.find(delegate.idOf(of));
        if (before.filter(Entry::active).isPresent()) {
            throw Problems.refused(HttpStatus.CONFLICT, "already-delegated", "It was handed down to there.");
        }
        if (parts.of(id).size() >= MAX_PARTS) {
            throw Problems.refused(
                    HttpStatus.CONFLICT, "too-many-parts", "A line has at most " + MAX_PARTS + " parts.");
        }
        Entry after = before.map(entry -> again(entry, of, decision, now))
                .orElseGet(() -> Entry.derived(part(of, delegate, decision), now));
        write(
                after,
                before.map(Entry::revision).orElse(0L),
                new ObligationDerived(after.obligation(), after.revision()));
        if (!entries.find(id).map(Entry::active).orElse(false)) {
            parts.lapse(id, now);
        }
        return after;
    }

    /** A part that was taken back, with the deadline that the whole has now, as one that is new. */
    private static Entry again(Entry part, Obligation of, ByHand decision, Instant now) {
        Due due = of.due();
        Obligation own = part.obligation();
        Obligation next = due == null ? own : own.due(of.dueOn(), due);
        Basis basis = own.basis();
        return part.rederived(basis == null ? next : next.with(basis.with(decision)), now);
    }

    /**
     * Takes back what was handed down, with what was handed on of it.
     *
     * @throws org.springframework.web.ErrorResponseException (403, 404, 409) where the caller does not report on the line it is a part of, there is none, or it
     *     is no part
     */
    Entry takeBack(ObligationId id, Caller caller, String reason) {
        Entry part = entries.find(id).orElseThrow(() -> Problems.notFound("obligation", id.value()));
        ObligationId parent = part.parent()
                .orElseThrow(() -> Problems.refused(
                        HttpStatus.CONFLICT, "not-delegated", "Only what was handed down can be taken back."));
        reportable(parent, caller);
        if (!part.active()) {
            throw Problems.refused(HttpStatus.CONFLICT, "obligation-lapsed", "The obligation has lapsed.");
        }
        Instant now = now();
        Entry after = part.decided(new ByHand(ByHand.Kind.WAIVED, caller.subject(), reason, now), TAKEN_BACK, now);
        // what was handed on of it before, so that who is interrupted can repeat it; what was meanwhile after
        parts.lapse(id, now);
        write(after, part.revision(), new ObligationLapsed(after.obligation(), after.revision(), TAKEN_BACK));
        parts.lapse(id, now);
        return after;
    }

    private Entry reportable(ObligationId id, Caller caller) {
        Entry entry = entries.find(id).orElseThrow(() -> Problems.notFound("obligation", id.value()));
        Ledger.forbidsReport(entry, caller).ifPresent(rule -> {
            throw Problems.refused(rule.status(), rule.slug(), rule.sentence());
        });
        return entry;
    }

    private void write(Entry after, long seen, ObligationEvent event) {
        Envelope<ObligationEvent> envelope = Envelope.now(
                event, Ledger.SOURCE, after.updatedAt(), UUID.randomUUID().toString(), false);
        if (!entries.write(List.of(new Change(after, seen, envelope)))) {
            throw Problems.refused(
                    HttpStatus.CONFLICT,
                    "changed-meanwhile",
                    "Somebody else changed it at the same time; read it again.");
        }
    }

    private static Obligation part(Obligation of, Delegate delegate, ByHand decision) {
        Basis basis = of.basis();
        if (basis == null) {
            throw Problems.refused(
                    HttpStatus.CONFLICT,
                    "basis-missing",
                    "The line is older than its basis; it can be handed down after the next start of the service.");
        }
        return new Obligation(
                delegate.idOf(of),
                of.caseId(),
                of.caseRevision(),
                of.caseTitle(),
                of.domains(),
                delegate.regionCode(of),
                delegate.regionName(of),
                Role.ADOPTER,
                Status.UNKNOWN,
                null,
                Assurance.NONE,
                List.of(),
                of.strength(),
                of.since(),
                of.dueOn(),
                delegate.level(of),
                delegate.provinceCode(of),
                new Basis(
                        Basis.Rule.DELEGATED,
                        basis.scopeText(),
                        basis.instrument(),
                        basis.day(),
                        null,
                        List.of(),
                        null,
                        decision,
                        delegate.delegation(of),
                        null,
                        null),
                of.due(),
                null);
    }

    // the store keeps milliseconds
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
