package io.casewire.replication.ledger;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Status;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Counts what adopters have to do, by the store's own means. */
public final class Counts {
    private final MongoTemplate store;

    Counts(MongoTemplate store) {
        this.store = store;
    }

    /**
     * How many obligations that hold have this status and outcome.
     *
     * @param group region code or domain slug
     * @param level of the regions; null in entries that are older than levels
     * @param outcome null unless closed
     */
    public record Count(
            String group,
            @Nullable Level level,
            Status status,
            @Nullable Outcome outcome,
            long number) {}

    /** By region code; of one region only where one is given. */
    public List<Count> byRegion(@Nullable String region) {
        Bson wanted = region == null ? Filters.empty() : Filters.eq(StoredEntry.REGION, region);
        return count(wanted, StoredEntry.REGION, false);
    }

    /** By domain slug; an obligation counts in each domain of its case. */
    public List<Count> byDomain() {
        return count(Filters.empty(), StoredEntry.DOMAINS, true);
    }

    private List<Count> count(Bson wanted, String field, boolean list) {
        List<Bson> stages = new ArrayList<>();
        stages.add(Aggregates.match(Filters.and(StoredEntry.COUNTS, wanted)));
        if (list) {
            stages.add(Aggregates.unwind('$' + field));
        }
        stages.add(Aggregates.group(
                new Document("group", '$' + field)
                        .append("level", '$' + StoredEntry.LEVEL)
                        .append("status", '$' + StoredEntry.STATUS)
                        .append("outcome", '$' + StoredEntry.OUTCOME),
                Accumulators.sum("number", 1L)));
        List<Count> counts = store.execute(
                Entries.COLLECTION,
                collection -> collection.aggregate(stages).map(Counts::count).into(new ArrayList<>()));
        return counts == null ? List.of() : counts;
    }

    private static Count count(Document document) {
        Document id = document.get("_id", Document.class);
        String level = id.getString("level");
        String outcome = id.getString("outcome");
        return new Count(
                id.getString("group"),
                level == null ? null : Level.valueOf(level),
                Status.valueOf(id.getString("status")),
                outcome == null ? null : Outcome.valueOf(outcome),
                document.get("number", Number.class).longValue());
    }
}
