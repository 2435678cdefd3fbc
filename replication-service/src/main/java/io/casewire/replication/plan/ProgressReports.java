package io.casewire.replication.plan;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.casewire.contracts.event.PlanEvent;
import io.casewire.contracts.event.PlanEvent.Progress;
import io.casewire.contracts.id.TaskId;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.Envelope;
import io.casewire.messaging.Outbox;
import io.casewire.messaging.OutboxRelay;
import io.casewire.messaging.Outgoing;
import io.casewire.replication.store.StoredJson;
import io.casewire.serving.store.GuardedWrites;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What was reported of tasks, in the store, with the events that tell it. */
final class ProgressReports {
    static final String COLLECTION = "progress";
    private static final String PROGRESS = "progress";

    private final MongoTemplate store;
    private final OutboxRelay relay;

    ProgressReports(MongoTemplate store, OutboxRelay relay) {
        this.store = store;
        this.relay = relay;
    }

    /** What is known of one task. */
    record Kept(Progress progress, long revision) {}

    /** By task; one that nobody reported on has none. */
    Map<TaskId, Kept> of(Collection<TaskId> tasks) {
        Map<TaskId, Kept> found = new LinkedHashMap<>();
        if (!tasks.isEmpty()) {
            List<String> ids = tasks.stream().map(TaskId::value).toList();
            store.execute(COLLECTION, collection -> {
                collection
                        .find(Filters.in("_id", ids))
                        .projection(Projections.exclude(Outbox.FIELD))
                        .forEach(document -> found.put(
                                new TaskId(document.getString("_id")),
                                new Kept(
                                        StoredJson.value(document.get(PROGRESS, Document.class), Progress.class),
                                        document.getLong(GuardedWrites.REVISION))));
                return found;
            });
        }
        return found;
    }

    /**
     * Writes what a report makes of a task, with its event, if nobody else reported meanwhile.
     *
     * @return whether it was written
     */
    boolean write(Envelope<PlanEvent> envelope) {
        PlanEvent event = envelope.event();
        Document fields = fields(event);
        List<Document> pending = Outbox.pending(new Outgoing<>(Topics.PLAN, envelope));
        WriteModel<Document> write = event.revision() == 1
                ? new InsertOneModel<>(fields.append("_id", event.key()).append(Outbox.FIELD, pending))
                : new UpdateOneModel<>(
                        Filters.and(
                                Filters.eq("_id", event.key()),
                                Filters.eq(GuardedWrites.REVISION, event.revision() - 1)),
                        Updates.combine(new Document("$set", fields), Updates.pushEach(Outbox.FIELD, pending)));
        boolean written = GuardedWrites.all(store, COLLECTION, List.of(write));
        relay.wakeUp();
        return written;
    }

    /** Takes events from the topic back; what the store has already, or has newer, stays. */
    void restore(List<Envelope<PlanEvent>> events) {
        GuardedWrites.all(
                store,
                COLLECTION,
                events.stream()
                        .map(Envelope::event)
                        .map(event -> GuardedWrites.ifNewer(
                                event.key(), event.revision(), new Document("$set", fields(event))))
                        .toList());
    }

    private static Document fields(PlanEvent event) {
        return new Document(GuardedWrites.REVISION, event.revision())
                .append(PROGRESS, StoredJson.document(event.progress()));
    }
}
