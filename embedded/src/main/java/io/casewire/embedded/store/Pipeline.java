package io.casewire.embedded.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.backend.aggregation.stage.ProjectStage;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.ErrorCode;
import de.bwaldvogel.mongo.exception.FailedToOptimizePipelineError;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.TypeMismatchException;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An aggregation. What its first {@code $match} asks for is found through indexes, and counts by an index alone; the stages themselves are
 * the server's.
 */
final class Pipeline {
    private static final String MATCH = "$match";

    private final MongoDatabase database;
    private final IndexedCollection collection;
    private final Document command;
    private final List<Document> stages;

    Pipeline(MongoDatabase database, IndexedCollection collection, Document command) {
        this.database = database;
        this.collection = collection;
        this.command = command;
        this.stages = Aggregation.parse(command.get("pipeline"));
    }

    /** Whether it reads the collection; a change stream does not. */
    static boolean isSupported(Document command) {
        return command.get("pipeline") instanceof List<?> stages
                && command.get("cursor") instanceof Document
                && (stages.isEmpty()
                        || (stages.getFirst() instanceof Document first && !first.containsKey("$changeStream")));
    }

    Document run(DatabaseResolver resolver, Oplog oplog, CursorRegistry cursors) {
        int batchSize =
                command.get("cursor") instanceof Document cursor && cursor.get("batchSize") instanceof Number number
                        ? number.intValue()
                        : 0;
        ListCursor results = new ListCursor(cursors.generateCursorId(), results(resolver, oplog));
        return ReplyBatch.first(results, batchSize, false, cursors).toReply(collection.getFullName());
    }

    private List<Document> results(DatabaseResolver resolver, Oplog oplog) {
        Document filter = leadingMatch();
        List<Document> rest = filter == null ? stages : stages.subList(1, stages.size());
        Query query = Query.of(filter == null ? new Document() : filter);
        Optional<Document> counting = counting(rest);
        if (counting.isPresent()) {
            return count(query, counting.get());
        }
        Aggregation aggregation = Aggregation.fromPipeline(rest, resolver, database, collection, oplog);
        // the size of a batch is none of its business
        aggregation.validate(new Document("cursor", new Document()));
        return run(aggregation, query.filter());
    }

    /** Tells failures as the server's own way of running an aggregation does. */
    private List<Document> run(Aggregation aggregation, Document filter) {
        try {
            return aggregation.runStages(collection.handleQueryAsStream(filter));
        } catch (TypeMismatchException | FailedToOptimizePipelineError e) {
            throw e;
        } catch (MongoServerError e) {
            if (e.hasCode(ErrorCode._15998, ErrorCode._40353) || e instanceof ProjectStage.InvalidProjectException) {
                throw e;
            }
            throw new MongoServerError(
                    e.getCode(),
                    e.getCodeName(),
                    "PlanExecutor error during aggregation :: caused by :: " + e.getMessageWithoutErrorCode(),
                    e);
        }
    }

    private @Nullable Document leadingMatch() {
        return !stages.isEmpty()
                        && stages.getFirst().size() == 1
                        && stages.getFirst().get(MATCH) instanceof Document filter
                ? filter
                : null;
    }

    /** The {@code $group} of a pipeline that only counts, as clients' {@code countDocuments} sends it. */
    private static Optional<Document> counting(List<Document> rest) {
        if (rest.size() != 1 || !(rest.getFirst().get("$group") instanceof Document group) || group.size() != 2) {
            return Optional.empty();
        }
        boolean oneGroup = group.get("_id") == null || group.get("_id") instanceof Number;
        return oneGroup && group.containsKey("_id") && countField(group).isPresent()
                ? Optional.of(group)
                : Optional.empty();
    }

    private static Optional<String> countField(Document group) {
        Document one = new Document("$sum", 1);
        return group.entrySet().stream()
                .filter(field -> one.equals(field.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private List<Document> count(Query query, Document group) {
        long count = collection.count(query);
        Object number = count <= Integer.MAX_VALUE ? (Object) (int) count : (Object) count;
        return count == 0
                ? List.of()
                : List.of(new Document("_id", group.get("_id"))
                        .append(countField(group).orElseThrow(), number));
    }
}
