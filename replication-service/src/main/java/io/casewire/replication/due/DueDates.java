package io.casewire.replication.due;

import io.casewire.contracts.event.Due;
import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.event.ObligationEvent.Obligation;
import io.casewire.contracts.event.ObligationEvent.ObligationDueSet;
import io.casewire.contracts.event.ObligationEvent.Role;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.wire.Envelope;
import io.casewire.replication.ledger.Change;
import io.casewire.replication.ledger.Entries;
import io.casewire.replication.ledger.Entry;
import io.casewire.replication.ledger.Ledger;
import io.casewire.serving.problem.Problems;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Sets deadlines and takes them back. */
final class DueDates {
    private static final int ROUNDS = 5;

    private final Entries entries;
    private final Clock clock;

    DueDates(Entries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * What became of several lines.
     *
     * @param changed how many have another deadline or reason now
     * @param unchanged how many had this one already
     * @param left those that others kept changing; try again
     */
    record Outcome(int changed, int unchanged, List<ObligationId> left) {}

    /**
     * Sets the deadline of a line; one that stands so already is left alone.
     *
     * @param expected the revision the caller decided upon; null if it does not care
     * @throws org.springframework.web.ErrorResponseException (404, 409, 412) where there is no such line, it needs no deadline or somebody
     *     was quicker
     */
    Entry set(ObligationId id, Deadline deadline, String actor, @Nullable Long expected) {
        Entry entry = entries.find(id).orElseThrow(() -> Problems.notFound("obligation", id.value()));
        requireSettable(entry);
        if (expected != null && expected != entry.revision()) {
            throw Problems.refused(
                    HttpStatus.PRECONDITION_FAILED,
                    "revision-outdated",
                    "If-Match names another revision than the present one.");
        }
        if (stands(entry, deadline)) {
            return entry;
        }
        Entry after = entry.dueOn(deadline.on(), deadline.by(actor, now()));
        if (!entries.write(List.of(change(entry, after, UUID.randomUUID().toString())))) {
            throw Problems.refused(
                    HttpStatus.CONFLICT,
                    "changed-meanwhile",
                    "Somebody else changed it at the same time; read it again.");
        }
        return after;
    }

    /** Sets the deadline of all of these that still can have one. */
    Outcome setAll(List<Entry> wanted, Deadline deadline, String actor) {
        List<Entry> open =
                wanted.stream().filter(entry -> !stands(entry, deadline)).toList();
        int unchanged = wanted.size() - open.size();
        Due due = deadline.by(actor, now());
        String correlation = UUID.randomUUID().toString();
        List<ObligationId> ids = open.stream().map(Entry::id).toList();
        for (int round = 0; round < ROUNDS && !open.isEmpty(); round++) {
            List<Change> changes = new ArrayList<>();
            open.forEach(entry -> changes.add(change(entry, entry.dueOn(deadline.on(), due), correlation)));
            if (entries.write(changes)) {
                return new Outcome(ids.size(), unchanged, List.of());
            }
            Map<ObligationId, Entry> now = entries.findAll(ids);
            open = now.values().stream()
                    .filter(entry -> !stands(entry, deadline) && settable(entry))
                    .toList();
        }
        Map<ObligationId, Entry> now = entries.findAll(ids);
        List<ObligationId> left = ids.stream()
                .filter(id -> now.get(id) == null || !stands(now.get(id), deadline))
                .toList();
        return new Outcome(ids.size() - left.size(), unchanged, left);
    }

    /** Whether it is due on that day for that reason already. */
    static boolean stands(Entry entry, Deadline deadline) {
        Obligation obligation = entry.obligation();
        Due due = obligation.due();
        if (deadline.on() == null && obligation.dueOn() == null) {
            return true;
        }
        return Objects.equals(obligation.dueOn(), deadline.on())
                && due != null
                && Objects.equals(due.reason(), deadline.reason())
                && Objects.equals(due.workingDays(), deadline.workingDays())
                && Objects.equals(due.countedFrom(), deadline.countedFrom());
    }

    private static boolean settable(Entry entry) {
        return entry.active()
                && entry.obligation().role() == Role.ADOPTER
                && entry.obligation().status() != Status.CLOSED;
    }

    private static void requireSettable(Entry entry) {
        if (!entry.active()) {
            throw Problems.refused(HttpStatus.CONFLICT, "obligation-lapsed", "The obligation has lapsed.");
        }
        if (entry.obligation().role() != Role.ADOPTER) {
            throw Problems.refused(
                    HttpStatus.CONFLICT,
                    "origin-has-nothing-to-adopt",
                    "The case comes from this region, which has nothing to adopt.");
        }
        if (!settable(entry)) {
            throw Problems.refused(
                    HttpStatus.CONFLICT,
                    "obligation-closed",
                    "The obligation is closed; reopen it before it gets a deadline.");
        }
    }

    private static Change change(Entry before, Entry after, String correlation) {
        ObligationEvent event = new ObligationDueSet(after.obligation(), after.revision());
        return new Change(
                after, before.revision(), Envelope.now(event, Ledger.SOURCE, after.updatedAt(), correlation, false));
    }

    // the store keeps milliseconds
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
