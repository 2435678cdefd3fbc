package io.casewire.replication.plan;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.id.DocumentId;
import io.casewire.contracts.id.TaskId;
import io.casewire.replication.plan.PlanController.PlanLine;
import io.casewire.replication.store.StoredJson;
import io.casewire.serving.store.GuardedWrites;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;

/** The tasks in the store. */
final class Tasks {
    private static final String COLLECTION = "tasks";
    private static final String DUE = "due";
    private static final String ONGOING = "ongoing";
    private static final String UNITS = "units";
    private static final String WITHDRAWN = "withdrawn";
    private static final String DOCUMENT = "task.document.id";

    /** Sorts after every date. */
    private static final String UNDATED = "undated";

    private final MongoTemplate store;

    Tasks(MongoTemplate store) {
        this.store = store;
    }

    /**
     * Which tasks are asked for; a null component asks for all.
     *
     * @param dueBefore something of it is due before this day
     * @param dueFrom nothing of it is due before this day
     * @param unit leads or takes part, named exactly so
     */
    record Filter(
            @Nullable LocalDate dueBefore,
            @Nullable LocalDate dueFrom,
            @Nullable String unit,
            @Nullable Boolean ongoing) {}

    /**
     * A place in the list.
     *
     * @param due as sorted by
     */
    record Place(String due, TaskId id) {
        private static final String SEPARATOR = " ";

        static Place of(PlannedTask task) {
            return new Place(dueKey(task), task.task().id());
        }

        static Place parse(String text) {
            String[] parts = text.split(SEPARATOR, 2);
            if (parts.length != 2) {
                throw new IllegalArgumentException("Not a place in the list of tasks");
            }
            return new Place(parts[0], new TaskId(parts[1]));
        }

        @Override
        public String toString() {
            return due + SEPARATOR + id.value();
        }
    }

    /** Declares the indexes the queries of this class need. */
    static void index(MongoTemplate store) {
        store.indexOps(COLLECTION)
                .createIndex(new Index()
                        .on(DUE, Sort.Direction.ASC)
                        .on("_id", Sort.Direction.ASC)
                        .named("by_date"));
        store.indexOps(COLLECTION)
                .createIndex(new Index()
                        .on(DOCUMENT, Sort.Direction.ASC)
                        .on("_id", Sort.Direction.ASC)
                        .named("by_document"));
    }

    void keepNewer(Collection<PlannedTask> tasks) {
        GuardedWrites.all(
                store,
                COLLECTION,
                tasks.stream()
                        .map(task -> GuardedWrites.ifNewer(task.task().id().value(), task.revision(), update(task)))
                        .toList());
    }

    Optional<PlannedTask> find(TaskId id) {
        return read(Filters.eq("_id", id.value()), 1).stream().findFirst();
    }

    /** Those that stand and fit, the earliest due first and those without a date last, beginning after that place. */
    List<PlannedTask> page(Filter filter, @Nullable Place after, int limit) {
        List<Bson> conditions = new ArrayList<>(List.of(Filters.eq(WITHDRAWN, false)));
        if (filter.dueBefore() != null) {
            conditions.add(Filters.lt(DUE, filter.dueBefore().toString()));
        }
        if (filter.dueFrom() != null) {
            conditions.add(Filters.gte(DUE, filter.dueFrom().toString()));
        }
        if (filter.unit() != null) {
            conditions.add(Filters.eq(UNITS, filter.unit()));
        }
        if (filter.ongoing() != null) {
            conditions.add(Filters.eq(ONGOING, filter.ongoing()));
        }
        if (after != null) {
            conditions.add(Filters.or(
                    Filters.gt(DUE, after.due()),
                    Filters.and(
                            Filters.eq(DUE, after.due()),
                            Filters.gt("_id", after.id().value()))));
        }
        return read(Filters.and(conditions), limit);
    }

    /** Those of a document that stand, in the order of their ids. */
    List<PlannedTask> ofDocument(DocumentId document) {
        return read(Filters.and(Filters.eq(DOCUMENT, document.value()), Filters.eq(WITHDRAWN, false)), 0);
    }

    /** The documents that have tasks, in the order of their ids, beginning after that one. */
    List<PlanLine> plans(@Nullable DocumentId after, int limit) {
        List<Bson> stages = List.of(
                Aggregates.match(
                        after == null
                                ? Filters.eq(WITHDRAWN, false)
                                : Filters.and(Filters.eq(WITHDRAWN, false), Filters.gt(DOCUMENT, after.value()))),
                Aggregates.group(
                        '$' + DOCUMENT,
                        Accumulators.sum("tasks", 1L),
                        Accumulators.first("document", "$task.document")),
                Aggregates.sort(Sorts.ascending("_id")),
                Aggregates.limit(limit));
        List<PlanLine> plans = store.execute(COLLECTION, collection -> collection
                .aggregate(stages)
                .map(document -> new PlanLine(
                        StoredJson.value(document.get("document", Document.class), DocumentReference.class),
                        document.get("tasks", Number.class).longValue()))
                .into(new ArrayList<>()));
        return plans == null ? List.of() : plans;
    }

    /** All that stand and of which a date had passed on that day. */
    List<PlannedTask> overdue(LocalDate asOf) {
        return read(Filters.and(Filters.eq(WITHDRAWN, false), Filters.lt(DUE, asOf.toString())), 0);
    }

    private List<PlannedTask> read(Bson filter, int limit) {
        List<PlannedTask> tasks = store.execute(COLLECTION, collection -> collection
                .find(filter)
                .sort(Sorts.ascending(DUE, "_id"))
                .limit(limit)
                .map(document -> StoredJson.value(document.get("task", Document.class), PlannedTask.class))
                .into(new ArrayList<>()));
        return tasks == null ? List.of() : tasks;
    }

    private static Bson update(PlannedTask task) {
        return Updates.combine(
                Updates.set(GuardedWrites.REVISION, task.revision()),
                Updates.set(DUE, dueKey(task)),
                Updates.set(ONGOING, task.ongoing()),
                Updates.set(UNITS, task.units()),
                Updates.set(WITHDRAWN, task.withdrawn() != null),
                Updates.set("task", StoredJson.document(task)));
    }

    private static String dueKey(PlannedTask task) {
        return task.due() == null ? UNDATED : task.due().toString();
    }
}
