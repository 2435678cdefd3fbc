package io.casewire.replication.due;

import io.casewire.calendar.WorkingCalendar;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.PromotionStrength;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.replication.ledger.CountFilter;
import io.casewire.replication.ledger.DueFilter;
import io.casewire.replication.ledger.Entries;
import io.casewire.replication.ledger.Entry;
import io.casewire.replication.ledger.EntryFilter;
import io.casewire.replication.ledger.SubjectFilter;
import io.casewire.replication.request.Choices;
import io.casewire.serving.page.Cursor;
import io.casewire.serving.problem.Problems;
import io.casewire.serving.problem.Unknown;
import io.casewire.text.ComparableKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Sets the deadline of many lines, a part of them in each request. */
final class DueBatch {
    private static final int MAX_SIZE = 500;

    private final Entries entries;
    private final DueDates dueDates;
    private final WorkingCalendar calendar;
    private final Gazetteer gazetteer;

    DueBatch(Entries entries, DueDates dueDates, WorkingCalendar calendar, Gazetteer gazetteer) {
        this.entries = entries;
        this.dueDates = dueDates;
        this.calendar = calendar;
        this.gazetteer = gazetteer;
    }

    /** Which lines are meant, as {@code GET /obligations} takes it; at least one is given. */
    record Filter(
            @Nullable String caseId,
            @Nullable String domain,
            @Nullable String instrument,
            @Nullable String region,
            @Nullable String level,
            @Nullable String province,
            @Nullable String strength,
            @Nullable String status) {}

    /**
     * A deadline for many, as {@link DueRequest} has it.
     *
     * @param dryRun tells what would be done and does nothing; false where absent
     * @param size how many lines to look at, 1 to 500; 500 where absent
     * @param cursor {@code next} of the answer before; null to begin
     */
    record Request(
            @Nullable Filter filter,
            @Nullable String on,
            @Nullable Integer workingDays,
            @Nullable String from,
            @Nullable String reason,
            @Nullable Boolean dryRun,
            @Nullable Integer size,
            @Nullable String cursor) {}

    /**
     * What was done.
     *
     * @param matching lines that fit and can have a deadline, in all parts together
     * @param looked lines of this part
     * @param changed lines of this part whose deadline was set, or would be in a dry run
     * @param unchanged lines of this part that had it already
     * @param left lines of this part that others changed at the same time: ask for them again
     * @param next where the next part begins; null when all were looked at
     * @param later lines of this part that were left alone: parts of a line that is due earlier
     */
    record Answer(
            @Nullable LocalDate dueOn,
            boolean provisional,
            boolean dryRun,
            long matching,
            int looked,
            int changed,
            int unchanged,
            List<ObligationId> left,
            @Nullable String next,
            List<ObligationId> later) {}

    Answer set(Request request, String actor) {
        Deadline deadline = new DueRequest(request.on(), request.workingDays(), request.from(), request.reason())
                .deadline(calendar);
        EntryFilter filter = filter(request.filter());
        int size = request.size() == null ? MAX_SIZE : request.size();
        if (size < 1 || size > MAX_SIZE) {
            throw Problems.badRequest("'size' is 1 to " + MAX_SIZE + ".");
        }
        List<Entry> read = entries.page(filter, Cursor.read(request.cursor(), ObligationId::new), size + 1);
        List<Entry> part = read.subList(0, Math.min(size, read.size()));
        boolean dryRun = Boolean.TRUE.equals(request.dryRun());
        DueDates.Outcome outcome = dryRun ? foreseen(part, deadline) : dueDates.setAll(part, deadline, actor);
        return new Answer(
                deadline.on(),
                deadline.provisional(),
                dryRun,
                entries.count(filter),
                part.size(),
                outcome.changed(),
                outcome.unchanged(),
                outcome.left(),
                read.size() > size ? Cursor.of(part.getLast().id().value()) : null,
                outcome.later());
    }

    private DueDates.Outcome foreseen(List<Entry> part, Deadline deadline) {
        List<ObligationId> later = dueDates.later(part, deadline);
        int unchanged = Math.toIntExact(part.stream()
                .filter(entry -> DueDates.stands(entry, deadline) && !later.contains(entry.id()))
                .count());
        return new DueDates.Outcome(part.size() - unchanged - later.size(), unchanged, List.of(), later);
    }

    private EntryFilter filter(@Nullable Filter given) {
        if (given == null
                || Stream.of(
                                given.caseId(),
                                given.domain(),
                                given.instrument(),
                                given.region(),
                                given.level(),
                                given.province(),
                                given.strength(),
                                given.status())
                        .allMatch(Objects::isNull)) {
            throw Problems.refused(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "filter-missing",
                    "Say in 'filter' which lines are meant: a deadline for all lines there are is hardly meant.");
        }
        if (given.instrument() != null && ComparableKey.of(given.instrument()).isEmpty()) {
            throw Problems.badRequest(
                    "'instrument' is the number of an instrument, or its title where it has none, for example 国函〔2023〕56号.");
        }
        return new EntryFilter(
                caseId(given.caseId()),
                Choices.region(given.region(), gazetteer),
                Choices.level(given.level()),
                Choices.region(given.province(), gazetteer),
                Unknown.constant("status", given.status(), Status.class),
                false,
                new SubjectFilter(
                        Choices.domain(given.domain()),
                        Unknown.constant("strength", given.strength(), PromotionStrength.class),
                        given.instrument(),
                        null,
                        Set.of()),
                DueFilter.SETTABLE,
                CountFilter.ANY);
    }

    private static @Nullable CaseId caseId(@Nullable String given) {
        try {
            return given == null ? null : new CaseId(given);
        } catch (IllegalArgumentException e) {
            throw Problems.badRequest("'caseId' is the id of a case, not '" + Problems.shortened(given) + "'.");
        }
    }
}
