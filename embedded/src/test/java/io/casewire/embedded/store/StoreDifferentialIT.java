package io.casewire.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import io.casewire.embedded.EmbeddedStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same random reads and writes on this store, with indexes, and on mongo-java-server's own, which knows none but unique ones and
 * scans: the answers must be the same, in the same order. A failure names the seed and the step;
 * {@code -Dcasewire.differential.seeds=N} tries more.
 */
class StoreDifferentialIT {
    private static final int STEPS = 400;
    private static final int DOCUMENTS = 60;

    @TempDir
    private static Path directory;

    private static EmbeddedStore indexed;
    private static MongoServer scanning;
    private static MongoClient indexedClient;
    private static MongoClient scanningClient;

    @BeforeAll
    static void start() {
        indexed = EmbeddedStore.open(directory, 0);
        scanning = new MongoServer(H2Backend.inMemory());
        indexedClient = MongoClients.create(indexed.connectionString());
        scanningClient = MongoClients.create(scanning.bindAndGetConnectionString());
    }

    @AfterAll
    static void stop() {
        indexedClient.close();
        scanningClient.close();
        indexed.close();
        scanning.shutdownNow();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("casewire.differential.seeds", 6));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void answersAreThoseOfAScan(long seed) throws Exception {
        Trial trial = new Trial(seed, true);
        Set<String> used = new HashSet<>();
        try (AutoCloseable _ = indexed.observe(examined -> used.add(examined.access()))) {
            trial.run();
        }
        // or nothing was compared
        assertThat(used).anyMatch(access -> access.contains("spans of a_1_t_-1"));
        assertThat(used).anyMatch(access -> access.contains("spans of b_1"));
        assertThat(used).anyMatch(access -> access.contains("in order"));
        assertThat(used).anyMatch(access -> access.contains("any of: "));
    }

    @Test
    void indexesMadeOfWhatIsThereAreThoseMadeFromTheBeginning() {
        Trial trial = new Trial(0, false);
        trial.run();
        trial.createIndexes();
        trial.run();
    }

    /** One run on a collection of its own. */
    private static final class Trial {
        private final long seed;
        private final Random random;
        private final MongoCollection<Document> ours;
        private final MongoCollection<Document> reference;
        private int step;

        Trial(long seed, boolean indexed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.ours = indexedClient.getDatabase("trial" + seed).getCollection("documents");
            this.reference = scanningClient.getDatabase("trial" + seed).getCollection("documents");
            for (MongoCollection<Document> collection : List.of(ours, reference)) {
                collection.createIndex(
                        Document.parse("{u: 1}"),
                        new IndexOptions().unique(true).sparse(true));
                collection.createIndex(Document.parse("{v: 1, w: 1}"), new IndexOptions().unique(true));
            }
            if (indexed) {
                createIndexes();
            }
        }

        void createIndexes() {
            for (String keys : List.of(
                    "{a: 1, t: -1}",
                    "{a: -1}",
                    "{t: 1}",
                    "{b: 1}",
                    "{a: 1, b: -1, t: 1}",
                    "{'c.d': 1}",
                    "{'c.d': 1, 'c.e': -1}",
                    "{g: 1, a: 1}",
                    "{s: 1}",
                    "{t: -1, s: 1}",
                    "{t: 1, _id: -1}")) {
                ours.createIndex(Document.parse(keys));
            }
            ours.createIndex(
                    Document.parse("{a: 1, s: 1}"),
                    new IndexOptions().sparse(true).name("sparse"));
        }

        void run() {
            for (int i = 0; i < DOCUMENTS; i++) {
                insert();
            }
            for (step = 0; step < STEPS; step++) {
                switch (random.nextInt(12)) {
                    case 0 -> insert();
                    case 1 -> update();
                    case 2 -> replace();
                    case 3 -> remove();
                    case 4 -> findAndUpdate();
                    case 5 -> count();
                    default -> find();
                }
                if (step % 20 == 0) {
                    same("everything", collection -> all(collection.find().sort(new Document("_id", 1))));
                }
            }
        }

        private void insert() {
            List<Document> some = new ArrayList<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                some.add(document());
            }
            boolean ordered = random.nextBoolean();
            same("insert " + some, collection -> {
                collection.insertMany(copies(some), new InsertManyOptions().ordered(ordered));
                return "done";
            });
        }

        private void update() {
            Document filter = filter(2);
            Document update = change();
            boolean many = random.nextBoolean();
            boolean upsert = random.nextInt(4) == 0;
            if (upsert) {
                filter = new Document("_id", id());
                if (random.nextBoolean()) {
                    filter.append("n", new Document("$lt", random.nextInt(10)));
                }
            }
            Document query = filter;
            UpdateOptions options = new UpdateOptions().upsert(upsert);
            same(
                    "update " + many + query + update,
                    collection -> many
                            ? collection.updateMany(query, update, options).toString()
                            : collection.updateOne(query, update, options).toString());
        }

        private void replace() {
            Document replacement = document();
            Object id = replacement.remove("_id");
            Document filter = new Document("_id", id);
            if (random.nextBoolean()) {
                filter = new Document(
                        "$and", List.of(filter, new Document("n", new Document("$lt", random.nextInt(10)))));
            }
            Document query = filter;
            same("replace " + query, collection -> collection
                    .replaceOne(query, new Document(replacement), new ReplaceOptions().upsert(true))
                    .toString());
        }

        private void remove() {
            Document filter = filter(2);
            same(
                    "delete one " + filter,
                    collection -> collection.deleteOne(filter).getDeletedCount());
            Document ids = new Document("_id", new Document("$in", List.of(id(), id())));
            same("delete " + ids, collection -> collection.deleteMany(ids).getDeletedCount());
        }

        private void findAndUpdate() {
            Document filter = filter(2);
            Document sort = sort();
            Document update = change();
            FindOneAndUpdateOptions options = new FindOneAndUpdateOptions()
                    .sort(sort)
                    .returnDocument(random.nextBoolean() ? ReturnDocument.AFTER : ReturnDocument.BEFORE);
            same(
                    "find and update " + filter + sort + update,
                    collection -> String.valueOf(collection.findOneAndUpdate(filter, update, options)));
        }

        private void count() {
            Document filter = filter(random.nextInt(3));
            same("count " + filter, collection -> collection.countDocuments(filter));
            same("distinct " + filter, collection -> {
                Set<Object> values = new HashSet<>();
                collection.distinct("s", filter, String.class).into(values);
                return values;
            });
            same("group " + filter, collection -> {
                Set<Document> groups = new HashSet<>();
                collection
                        .aggregate(
                                List.of(Aggregates.match(filter), Aggregates.group("$n", Accumulators.sum("count", 1))))
                        .into(groups);
                return groups;
            });
        }

        private void find() {
            Document filter = filter(random.nextInt(3));
            Document sort = sort();
            int skip = random.nextInt(4) == 0 ? random.nextInt(5) : 0;
            int limit = random.nextBoolean() ? 1 + random.nextInt(8) : 0;
            Document fields = random.nextInt(3) == 0
                    ? Document.parse(random.nextBoolean() ? "{a: 1, 'c.d': 1}" : "{b: 0}")
                    : null;
            int batch = random.nextInt(3) == 0 ? 1 + random.nextInt(4) : 0;
            // a unique index of the reference may give another order than the ids' where none is asked for
            boolean ordered = !sort.isEmpty();
            same("find " + filter + " sort " + sort + " skip " + skip + " limit " + limit + fields, collection -> {
                FindIterable<Document> found =
                        collection.find(filter).skip(skip).limit(limit).projection(fields);
                if (batch > 0 && collection == ours) {
                    found.batchSize(batch);
                }
                List<String> all = all(found.sort(ordered ? sort : new Document("_id", 1)));
                return all;
            });
            if (!ordered && skip == 0 && limit == 0) {
                same("find unsorted " + filter, collection -> new HashSet<>(all(collection.find(filter))));
            }
        }

        private static List<String> all(FindIterable<Document> found) {
            return found.map(Document::toString).into(new ArrayList<>());
        }

        private static List<Document> copies(List<Document> documents) {
            return documents.stream().map(Document::new).toList();
        }

        private void same(String what, Function<MongoCollection<Document>, Object> action) {
            Object expected = outcome(action, reference);
            Object actual = outcome(action, ours);
            assertThat(actual).as("seed %d, step %d: %s", seed, step, what).isEqualTo(expected);
        }

        private static Object outcome(
                Function<MongoCollection<Document>, Object> action, MongoCollection<Document> collection) {
            try {
                return action.apply(collection);
            } catch (MongoBulkWriteException e) {
                return e.getWriteErrors().stream()
                        .map(error -> error.getIndex() + ":" + error.getCode())
                        .toList();
            } catch (MongoException e) {
                return "error " + e.getCode();
            }
        }

        private Document document() {
            Document document = new Document("_id", id());
            maybe(document, "a", mixed());
            maybe(document, "b", random.nextBoolean() ? number() : List.of(number(), number(), random.nextInt(5)));
            maybe(document, "g", array(2));
            maybe(document, "s", text());
            maybe(document, "t", time());
            maybe(document, "n", random.nextInt(10));
            maybe(document, "u", "u" + random.nextInt(40));
            document.append("v", random.nextInt(10)).append("w", random.nextInt(40));
            switch (random.nextInt(4)) {
                case 0 -> document.append("c", part());
                case 1 -> document.append("c", List.of(part(), part()));
                case 2 -> document.append("c", random.nextBoolean() ? List.of() : number());
                default -> {
                    // nothing there
                }
            }
            return document;
        }

        private Document part() {
            Document part = new Document();
            maybe(part, "d", random.nextInt(3) == 0 ? List.of(number(), number()) : number());
            maybe(part, "e", random.nextInt(4));
            return part;
        }

        private void maybe(Document document, String field, @Nullable Object value) {
            if (random.nextInt(5) > 0) {
                document.append(field, value);
            }
        }

        private List<@Nullable Object> array(int depth) {
            List<@Nullable Object> elements = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                elements.add(
                        switch (random.nextInt(4)) {
                            case 0 -> depth > 0 ? array(depth - 1) : 1;
                            case 1 -> null;
                            default -> number();
                        });
            }
            return elements;
        }

        private String id() {
            return "id" + random.nextInt(120);
        }

        private @Nullable Object mixed() {
            return switch (random.nextInt(8)) {
                case 0 -> null;
                case 1 -> text();
                case 2 -> random.nextBoolean();
                case 3 -> time();
                case 4 -> new ObjectId("00000000000000000000000" + random.nextInt(3));
                case 5 -> (1L << 53) + random.nextInt(3);
                default -> number();
            };
        }

        private Object number() {
            int number = random.nextInt(6) - 2;
            return switch (random.nextInt(4)) {
                case 0 -> (long) number;
                case 1 -> (double) number;
                case 2 -> number + 0.5;
                default -> number;
            };
        }

        private String text() {
            return List.of("", "a", "ab", "abc", "b", "通关", "通关便利化", "𠮷野", "\uE000")
                    .get(random.nextInt(9));
        }

        private Date time() {
            return Date.from(Instant.parse("2026-11-29T00:00:00Z").plusSeconds(random.nextInt(6)));
        }

        private Document sort() {
            Document sort = new Document();
            for (int i = random.nextInt(4); i > 0; i--) {
                sort.put(
                        List.of("a", "t", "s", "n", "_id", "b", "v").get(random.nextInt(7)),
                        random.nextBoolean() ? 1 : -1);
            }
            return sort;
        }

        private Document change() {
            return switch (random.nextInt(7)) {
                case 0 -> set("a", mixed());
                case 1 -> set("t", time());
                case 2 -> new Document("$inc", new Document("n", 1));
                case 3 -> new Document("$unset", new Document(random.nextBoolean() ? "a" : "s", ""));
                case 4 -> set("b", random.nextBoolean() ? number() : List.of(number()));
                case 5 -> set("v", random.nextInt(10));
                default -> set("c.d", number());
            };
        }

        private static Document set(String field, @Nullable Object value) {
            return new Document("$set", new Document(field, value));
        }

        private Document filter(int depth) {
            Document filter = new Document();
            for (int i = random.nextInt(3); i >= 0; i--) {
                if (depth > 0 && random.nextInt(3) == 0) {
                    List<Document> parts = new ArrayList<>();
                    for (int part = random.nextInt(3); part >= 0; part--) {
                        parts.add(filter(depth - 1));
                    }
                    filter.append(List.of("$and", "$or", "$or", "$nor").get(random.nextInt(4)), parts);
                } else {
                    condition(filter);
                }
            }
            return filter;
        }

        private void condition(Document filter) {
            switch (random.nextInt(11)) {
                case 0, 1 -> filter.append("a", asked(mixed()));
                case 2 -> filter.append("b", asked(number()));
                case 3 -> filter.append("t", asked(time()));
                case 4 -> filter.append("s", random.nextBoolean() ? asked(text()) : pattern());
                case 5 -> filter.append("_id", random.nextBoolean() ? id() : asked(id()));
                case 6 -> filter.append("c.d", asked(number()));
                case 7 -> filter.append("c.e", asked(random.nextInt(4)));
                case 8 -> filter.append("g", random.nextInt(4) == 0 ? array(1) : asked(number()));
                case 9 -> filter.append("u", "u" + random.nextInt(40));
                default -> filter.append("v", random.nextInt(10)).append("w", asked(random.nextInt(40)));
            }
        }

        private Object pattern() {
            return new Document(
                    "$regex",
                    List.of("^a", "^ab?", "^通关", "b", "^\\Qab\\E", "^(a|b)").get(random.nextInt(6)));
        }

        private @Nullable Object asked(@Nullable Object value) {
            return switch (random.nextInt(10)) {
                case 0 -> new Document("$gt", value);
                case 1 -> new Document("$gte", value);
                case 2 -> new Document("$lt", value);
                case 3 -> new Document("$lte", value);
                case 4 ->
                    new Document("$gte", value).append("$lt", value instanceof Integer number ? number + 2 : value);
                case 5 -> {
                    List<@Nullable Object> values = new ArrayList<>();
                    values.add(value);
                    values.add(mixed());
                    values.add(number());
                    yield new Document("$in", values);
                }
                case 6 -> new Document("$ne", value);
                case 7 -> new Document("$exists", random.nextBoolean());
                case 8 -> new Document("$eq", value);
                default -> value;
            };
        }
    }
}
