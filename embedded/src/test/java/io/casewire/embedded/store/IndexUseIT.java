package io.casewire.embedded.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.casewire.embedded.SharedStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How much of 2,000 documents is read for queries of the shapes the services send. */
@DisabledIfEnvironmentVariable(
        named = SharedStore.REAL_SERVER,
        matches = ".+",
        disabledReason = "about the embedded store only")
class IndexUseIT {
    private static final int DOCUMENTS = 2000;

    private static MongoClient client;
    private static String database;
    private static MongoCollection<Document> sources;

    private final Queue<Examined> examined = new ConcurrentLinkedQueue<>();
    private AutoCloseable observation;

    @BeforeAll
    static void fill() {
        client = MongoClients.create(SharedStore.connectionString());
        database = SharedStore.uniqueName();
        sources = client.getDatabase(database).getCollection("sources");
        sources.createIndex(compoundIndex(ascending("state"), ascending("at")));
        sources.createIndex(compoundIndex(descending("at"), descending("_id")));
        sources.createIndex(ascending("tags"));
        sources.createIndex(ascending("reading.document"));
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            documents.add(new Document("_id", "s%05d".formatted(i))
                    .append("state", i % 100 == 0 ? "RECEIVED" : i % 100 == 1 ? "PARSED" : "PUBLISHED")
                    .append("at", i)
                    .append("tags", List.of("t" + i % 400, "u" + i % 7))
                    .append("reading", new Document("document", "d" + i % 500))
                    .append("other", i % 3));
        }
        sources.insertMany(documents);
    }

    @AfterAll
    static void drop() {
        sources.drop();
        client.close();
    }

    @BeforeEach
    void observe() {
        observation = SharedStore.observe(database, examined::add).orElseThrow();
    }

    @AfterEach
    void stopObserving() throws Exception {
        observation.close();
    }

    record Shape(Bson filter, Bson sort, int limit, int read) {}

    static List<Shape> shapes() {
        Bson none = new Document();
        Bson newest = Sorts.descending("at", "_id");
        return List.of(
                new Shape(eq("s00007"), none, 0, 1),
                new Shape(and(eq("_id", "s00007"), lt("at", 9)), none, 0, 1),
                new Shape(and(and(eq("_id", "s00007")), and(lt("at", 9), gt("at", 1))), none, 0, 1),
                new Shape(and(in("_id", "s00007", "s00008"), eq("other", 1)), none, 0, 2),
                new Shape(regex("_id", "^s0000"), none, 0, 10),
                new Shape(and(gt("_id", "s00100"), lt("_id", "s00110")), none, 0, 9),
                new Shape(eq("state", "RECEIVED"), none, 0, 20),
                new Shape(and(in("state", "RECEIVED", "PARSED"), lte("at", 10)), Sorts.ascending("at", "_id"), 1, 3),
                new Shape(and(in("state", "RECEIVED", "PARSED"), eq("other", 0)), Sorts.ascending("at", "_id"), 1, 3),
                new Shape(and(eq("state", "PUBLISHED"), gte("at", 1990)), none, 0, 10),
                new Shape(and(eq("state", "PUBLISHED"), eq("other", 1)), newest, 5, 20),
                new Shape(none, newest, 10, 11),
                new Shape(or(lt("at", 1000), and(eq("at", 1000), lt("_id", "s"))), newest, 10, 12),
                new Shape(or(eq("reading.document", "d1"), eq("tags", "t2")), none, 0, 9),
                new Shape(and(or(eq("state", "RECEIVED"), eq("state", "PARSED")), lt("at", 200)), none, 0, 4),
                new Shape(eq("tags", "t3"), Sorts.descending("other"), 0, 10),
                new Shape(eq("reading.document", "d4"), newest, 1, 8),
                new Shape(and(eq("state", "PARSED"), gt("at", 5000)), none, 0, 0));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void readsLittleMoreThanItGives(Shape shape) {
        sources.find(shape.filter()).sort(shape.sort()).limit(shape.limit()).into(new ArrayList<>());
        assertThat(examined).hasSize(1);
        assertThat(examined.element().read())
                .as("%s", examined)
                .isLessThanOrEqualTo(shape.read())
                .isGreaterThanOrEqualTo(examined.element().returned());
    }

    @Test
    void updatesAndRemovalsReadLittleToo() {
        sources.updateOne(and(eq("_id", "s00500"), lt("at", 9999)), Updates.set("note", 5));
        sources.updateMany(and(eq("state", "RECEIVED"), lt("at", 301)), Updates.set("note", 6));
        sources.findOneAndUpdate(
                and(eq("state", "PARSED"), lt("at", 9999)),
                Updates.set("note", 7),
                new FindOneAndUpdateOptions().sort(Sorts.ascending("at", "_id")));
        sources.deleteMany(regex("_id", "^s01999"));
        sources.insertOne(
                new Document("_id", "s01999").append("state", "PUBLISHED").append("at", 1999));
        assertThat(examined).hasSize(4).allMatch(one -> one.read() <= 4);
    }

    @Test
    void countsByAnIndexAlone() {
        assertThat(sources.countDocuments(in("state", "RECEIVED", "PARSED"))).isEqualTo(40);
        assertThat(sources.countDocuments(and(eq("state", "RECEIVED"), lt("at", 500))))
                .isEqualTo(5);
        assertThat(sources.countDocuments()).isEqualTo(DOCUMENTS);
        assertThat(examined).isEmpty();
        assertThat(sources.countDocuments(and(eq("state", "RECEIVED"), eq("other", 1))))
                .isPositive();
        assertThat(examined).hasSize(1).allMatch(one -> one.read() <= 20);
    }

    @Test
    void tellsAScanForWhatItIs() {
        sources.find(eq("other", 1)).into(new ArrayList<>());
        assertThat(examined).hasSize(1).allMatch(one -> one.documents() == DOCUMENTS);
    }
}
