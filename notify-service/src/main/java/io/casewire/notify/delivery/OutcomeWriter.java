package io.casewire.notify.delivery;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import io.casewire.contracts.event.DeliveryEvent;
import io.casewire.messaging.Outbox;
import io.casewire.messaging.Outgoing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Writes what came of attempts, with the events that say so: those that end at about the same time in one command. */
final class OutcomeWriter {
    private static final int MAX_BATCH = 500;
    private static final Duration REST = Duration.ofMillis(5);
    private static final BulkWriteOptions EACH_ALONE = new BulkWriteOptions().ordered(false);

    private final MongoTemplate store;
    private final Runnable whenStored;
    private final Batcher<Outcome, Written> batcher = new Batcher<>("delivery-outcomes", MAX_BATCH, REST, this::write);

    /** @param whenStored called after events were stored */
    OutcomeWriter(MongoTemplate store, Runnable whenStored) {
        this.store = store;
        this.whenStored = whenStored;
    }

    /** What {@link DeliveryQueue#complete} says; returns when it is stored. */
    boolean write(Delivery claimed, Completion completion, Outgoing<DeliveryEvent> event) {
        Written written = batcher.ask(new Outcome(claimed, completion, Outbox.pending(event)));
        if (written.failure() != null) {
            throw written.failure();
        }
        return written.held();
    }

    private List<Written> write(List<Outcome> outcomes) {
        List<WriteModel<Document>> updates = outcomes.stream().map(this::update).toList();
        List<Written> written = Objects.requireNonNull(
                store.execute(Deliveries.COLLECTION, deliveries -> write(deliveries, outcomes, updates)));
        if (written.stream().anyMatch(Written::held)) {
            whenStored.run();
        }
        return written;
    }

    private static List<Written> write(
            MongoCollection<Document> deliveries, List<Outcome> outcomes, List<WriteModel<Document>> updates) {
        Map<Integer, String> refused = new HashMap<>();
        try {
            int matched = deliveries.bulkWrite(updates, EACH_ALONE).getMatchedCount();
            if (matched == outcomes.size()) {
                return outcomes.stream().map(_ -> Written.HELD).toList();
            }
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null) {
                throw e;
            }
            for (BulkWriteError error : e.getWriteErrors()) {
                refused.put(error.getIndex(), error.getMessage());
            }
        }
        return each(deliveries, outcomes, refused);
    }

    /** What became of each, by what lies there now; a command tells only how many it changed. */
    private static List<Written> each(
            MongoCollection<Document> deliveries, List<Outcome> outcomes, Map<Integer, String> refused) {
        Set<Stored> found = new HashSet<>();
        deliveries
                .find(Filters.in("_id", outcomes.stream().map(Outcome::id).toList()))
                .projection(Projections.include("revision", "updatedAt"))
                .forEach(delivery -> found.add(new Stored(
                        delivery.getString("_id"),
                        delivery.get("revision", Number.class).longValue(),
                        delivery.getDate("updatedAt"))));
        List<Written> written = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            String why = refused.get(i);
            written.add(
                    why == null
                            ? new Written(found.contains(outcomes.get(i).stored()), null)
                            : new Written(false, new DataAccessResourceFailureException(why)));
        }
        return written;
    }

    private WriteModel<Document> update(Outcome outcome) {
        Delivery claimed = outcome.claimed();
        Completion completion = outcome.completion();
        Document set = new Document("status", completion.status().name())
                .append("failures", completion.failures())
                .append("updatedAt", Date.from(completion.at()));
        Document unset = new Document("claim", "");
        put("due", completion.due() == null ? null : Date.from(completion.due()), set, unset);
        put("note", completion.note(), set, unset);
        Document inc = new Document("revision", 1L);
        Document push = new Document(Outbox.FIELD, new Document("$each", outcome.pending()));
        if (completion.attempt() != null) {
            inc.append("attempts", 1);
            push.append(
                    "log",
                    new Document("$each", List.of(document(completion.attempt())))
                            .append("$slice", -Deliveries.ATTEMPTS_KEPT));
        }
        return new UpdateOneModel<>(
                new Document("_id", claimed.id()).append("claim", claimed.claim()),
                new Document("$set", set)
                        .append("$unset", unset)
                        .append("$inc", inc)
                        .append("$push", push));
    }

    private static void put(String field, @Nullable Object value, Document set, Document unset) {
        if (value == null) {
            unset.append(field, "");
        } else {
            set.append(field, value);
        }
    }

    private Document document(Attempt attempt) {
        Document document = new Document();
        store.getConverter().write(attempt, document);
        return document;
    }

    /** What is to be written; the event as it lies in the outbox. */
    private record Outcome(Delivery claimed, Completion completion, List<Document> pending) {
        String id() {
            return claimed.id();
        }

        /** As it lies there once it is written. */
        Stored stored() {
            return new Stored(id(), claimed.revision() + 1, Date.from(completion.at()));
        }
    }

    private record Stored(String id, long revision, Date updatedAt) {}

    /**
     * What became of it.
     *
     * @param held false where the claim had run out
     * @param failure null where it could be written
     */
    private record Written(boolean held, @Nullable DataAccessException failure) {
        static final Written HELD = new Written(true, null);
    }
}
