package io.casewire.replication.ledger;

import com.mongodb.client.model.Filters;
import io.casewire.contracts.event.ObligationEvent.Role;
import io.casewire.contracts.event.ObligationEvent.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * When the lines asked for are due; a null component asks for all.
 *
 * @param before the deadline is before that day
 * @param after the deadline is after that day
 * @param overdue whether the deadline had passed on {@code asOf} and the region, as things stand now, still has to act
 * @param asOf the day on which {@code overdue} is judged
 * @param settable only lines a deadline can be set for: they hold, are to be adopted and are not closed
 */
public record DueFilter(
        @Nullable LocalDate before,
        @Nullable LocalDate after,
        @Nullable Boolean overdue,
        LocalDate asOf,
        boolean settable) {
    public static final DueFilter ANY = new DueFilter(null, null, null, LocalDate.EPOCH, false);

    /** Lines a deadline can be set for, whether they have one or not. */
    public static final DueFilter SETTABLE = new DueFilter(null, null, null, LocalDate.EPOCH, true);

    /** In these the region has done its part. */
    private static final List<String> DONE = List.of(Status.SUBMITTED.name(), Status.CLOSED.name());

    List<Bson> conditions() {
        List<Bson> conditions = new ArrayList<>();
        if (before != null) {
            conditions.add(Filters.lt(SortKeys.DUE, before.toString()));
        }
        if (after != null) {
            conditions.add(Filters.gt(SortKeys.DUE, after.toString()));
            conditions.add(Filters.lt(SortKeys.DUE, SortKeys.LAST));
        }
        if (overdue != null && overdue) {
            conditions.add(Filters.lt(SortKeys.DUE, asOf.toString()));
            conditions.addAll(open());
        }
        if (overdue != null && !overdue) {
            conditions.add(Filters.or(
                    Filters.gte(SortKeys.DUE, asOf.toString()),
                    Filters.eq(StoredEntry.ACTIVE, false),
                    Filters.ne(StoredEntry.ROLE, Role.ADOPTER.name()),
                    Filters.in(StoredEntry.STATUS, DONE)));
        }
        if (settable) {
            conditions.add(Filters.eq(StoredEntry.ACTIVE, true));
            conditions.add(Filters.eq(StoredEntry.ROLE, Role.ADOPTER.name()));
            conditions.add(Filters.ne(StoredEntry.STATUS, Status.CLOSED.name()));
        }
        return conditions;
    }

    /** What lines fulfil whose region still has to act. */
    static List<Bson> open() {
        return List.of(
                Filters.eq(StoredEntry.ACTIVE, true),
                Filters.eq(StoredEntry.ROLE, Role.ADOPTER.name()),
                Filters.nin(StoredEntry.STATUS, DONE));
    }
}
