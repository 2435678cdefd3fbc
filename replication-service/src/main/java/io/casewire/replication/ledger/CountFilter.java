package io.casewire.replication.ledger;

import com.mongodb.client.model.Filters;
import io.casewire.contracts.event.ObligationEvent.Assurance;
import io.casewire.contracts.event.ObligationEvent.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * How the lines asked for count, in the words of {@link io.casewire.replication.tally.AdoptionRate}; null and the empty set ask for all.
 *
 * @param counted whether rates count them: they hold, are to be adopted and are no part of another
 * @param outcomes one of these
 * @param evidenced whether only a document says that it was adopted
 */
public record CountFilter(
        @Nullable Boolean counted,
        Set<CountedAs> outcomes,
        @Nullable Boolean evidenced) {
    public static final CountFilter ANY = new CountFilter(null, Set.of(), null);

    private static final Bson EVIDENCED = Filters.and(
            Filters.in(StoredEntry.STATUS, Status.UNKNOWN.name(), Status.NOT_STARTED.name()),
            Filters.eq(StoredEntry.ASSURANCE, Assurance.EVIDENCED.name()));

    public CountFilter {
        outcomes = Set.copyOf(outcomes);
    }

    List<Bson> conditions() {
        List<Bson> conditions = new ArrayList<>();
        if (counted != null) {
            conditions.add(counted ? StoredEntry.COUNTS : Filters.nor(StoredEntry.COUNTS));
        }
        if (!outcomes.isEmpty()) {
            conditions.add(
                    Filters.or(outcomes.stream().map(CountedAs::condition).toList()));
        }
        if (evidenced != null) {
            conditions.add(evidenced ? EVIDENCED : Filters.nor(EVIDENCED));
        }
        return conditions;
    }
}
