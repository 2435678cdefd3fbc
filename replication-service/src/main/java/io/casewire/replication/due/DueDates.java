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
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Sets deadlines and takes them back. */
final class DueDates {
    private static final int ROUNDS = 5;

    private final Entries entries;
    private final PartDates parts;
    private final Clock clock;

    DueDates(Entries entries, PartDates parts, Clock clock) {
        this.entries = entries;
        this.parts = parts;
        this.clock = clock;
    }

    /**
     * What became of several lines.
     *
     * @param changed how many have another deadline or reason now
     * @param unchanged how many had this one already
     * @param left those that others kept changing; try again
     * @param later parts that were left alone, as they would be due later than the whole
     */
    record Outcome(int changed, int unchanged, List<ObligationId> left, List<ObligationId> later) {}

    /**
     * Sets the deadline of a line; one that stands so already is left alone. Its parts follow. A part whose deadline is taken back has that of
     * the whole again.
     *
     * @param expected the revision the caller decided upon; null if it does not care
     * @throws org.springframework.web.ErrorResponseException (404, 409, 412, 422) where there is no such line, it needs no deadline, somebody
     *     was quicker, or a part would be due later than the whole
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
        Instant now = now();
        String correlation = UUID.randomUUID().toString();
        Optional<Entry> whole = parts.wholeWithDeadline(entry);
        LocalDate day = deadline.on();
        if (day != null && whole.isPresent()) {
            requireWithin(whole.get(), day);
        }
        Entry after = day == null && whole.isPresent()
                ? takenOver(entry, whole.get(), now)
                : stands(entry, deadline) ? entry : entry.dueOn(day, deadline.by(actor, now));
        if (after.revision() == entry.revision()) {
            parts.follow(entry, entry, now, correlation);
            return entry;
        }
        if (!entries.write(List.of(change(entry, after, correlation)))) {
            throw Problems.refused(
                    HttpStatus.CONFLICT,
                    "changed-meanwhile",
                    "Somebody else changed it at the same time; read it again.");
        }
        parts.follow(entry, after, now, correlation);
        return after;
    }

    private static Entry takenOver(Entry part, Entry whole, Instant now) {
        Due due = whole.obligation().due();
        LocalDate day = whole.obligation().dueOn();
        return due == null
                        || (Objects.equals(part.obligation().dueOn(), day)
                                && due.equals(part.obligation().due()))
                ? part
                : part.dueOn(day, due, now);
    }

    private static void requireWithin(Entry whole, LocalDate day) {
        if (PartDates.isLater(day, whole)) {
            throw Problems.refused(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "later-than-the-whole",
                    "What it is a part of is due on " + whole.obligation().dueOn() + "; a part is due no later.");
        }
    }

    /** Sets the deadline of all of these that still can have one. */
    Outcome setAll(List<Entry> wanted, Deadline deadline, String actor) {
        List<ObligationId> later = later(wanted, deadline);
        Map<ObligationId, Entry> before = new LinkedHashMap<>();
        wanted.stream()
                .filter(entry -> !stands(entry, deadline) && !later.contains(entry.id()))
                .forEach(entry -> before.put(entry.id(), entry));
        List<Entry> open = List.copyOf(before.values());
        int unchanged = wanted.size() - open.size() - later.size();
        Instant at = now();
        Due due = deadline.by(actor, at);
        String correlation = UUID.randomUUID().toString();
        List<ObligationId> ids = List.copyOf(before.keySet());
        for (int round = 0; round < ROUNDS && !open.isEmpty(); round++) {
            List<Change> changes = new ArrayList<>();
            open.forEach(entry -> changes.add(change(entry, entry.dueOn(deadline.on(), due), correlation)));
            if (entries.write(changes)) {
                break;
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
        before.forEach((id, was) -> {
            Entry is = now.get(id);
            if (is != null && !left.contains(id)) {
                parts.follow(was, is, at, correlation);
            }
        });
        return new Outcome(ids.size() - left.size(), unchanged, left, later);
    }

    /** Parts among these that would be due later than their whole, where that is not among them. */
    List<ObligationId> later(List<Entry> wanted, Deadline deadline) {
        Set<ObligationId> all = wanted.stream().map(Entry::id).collect(Collectors.toSet());
        return wanted.stream()
                .filter(entry -> entry.parent().isPresent()
                        && !all.contains(entry.parent().get())
                        && parts.wholeWithDeadline(entry)
                                .filter(whole -> PartDates.isLater(deadline.on(), whole))
                                .isPresent())
                .map(Entry::id)
                .toList();
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

    static boolean settable(Entry entry) {
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

    static Change change(Entry before, Entry after, String correlation) {
        ObligationEvent event = new ObligationDueSet(after.obligation(), after.revision());
        return new Change(
                after, before.revision(), Envelope.now(event, Ledger.SOURCE, after.updatedAt(), correlation, false));
    }

    // the store keeps milliseconds
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
