package io.casewire.messaging.deadletter;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.casewire.messaging.deadletter.Attempt.Outcome;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.bson.Document;

/** Who had which dead letter handled again, in the collection {@code replays} of the service's own database; nothing is ever removed. */
final class Replays {
    private static final String COLLECTION = "replays";
    private static final String LETTER = "letter";

    private final Supplier<MongoDatabase> database;
    private final InstantSource clock;
    private volatile boolean indexed;

    Replays(Supplier<MongoDatabase> database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Keeps that somebody asks for it, has it done, and notes how it ended. */
    Replay keeping(DeadLetter letter, String by, Supplier<Attempt> again) {
        String id = UUID.randomUUID().toString();
        Date at = Date.from(clock.instant());
        indexed()
                .insertOne(new Document("_id", id)
                        .append(LETTER, letter.place().toString())
                        .append("group", letter.group())
                        .append("at", at)
                        .append("by", by));
        Attempt attempt = again.get();
        collection()
                .updateOne(
                        Filters.eq("_id", id),
                        Updates.combine(
                                Updates.set("outcome", attempt.outcome().name()),
                                Updates.set("detail", attempt.detail())));
        return new Replay(at.toInstant(), by, attempt.outcome(), attempt.detail());
    }

    /** All of these letters, by their places, the latest first. */
    Map<String, List<Replay>> of(Collection<DeadLetter> letters) {
        Map<String, List<Replay>> found = new HashMap<>();
        List<String> places =
                letters.stream().map(letter -> letter.place().toString()).toList();
        collection()
                .find(Filters.in(LETTER, places))
                .sort(Sorts.descending("at"))
                .forEach(kept -> found.computeIfAbsent(kept.getString(LETTER), _ -> new ArrayList<>())
                        .add(replay(kept)));
        return found;
    }

    private static Replay replay(Document kept) {
        String outcome = kept.getString("outcome");
        return new Replay(
                kept.getDate("at").toInstant(),
                kept.getString("by"),
                outcome == null ? null : Outcome.valueOf(outcome),
                kept.getString("detail"));
    }

    /** With its index, which is asked for once in the life of a process. */
    private MongoCollection<Document> indexed() {
        MongoCollection<Document> replays = collection();
        if (!indexed) {
            replays.createIndex(Indexes.ascending(LETTER));
            indexed = true;
        }
        return replays;
    }

    private MongoCollection<Document> collection() {
        return database.get().getCollection(COLLECTION);
    }
}
