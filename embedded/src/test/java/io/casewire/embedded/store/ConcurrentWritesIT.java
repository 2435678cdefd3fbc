package io.casewire.embedded.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import io.casewire.embedded.EmbeddedStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ConcurrentWritesIT {
    private static final int DOCUMENTS = 200;
    private static final int WRITES = 400;
    private static final List<String> STATES = List.of("A", "B", "C");

    @TempDir
    private Path directory;

    @Test
    void aDocumentThatMovesInAnIndexIsNeverMissedNorFoundTwice() throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        try (EmbeddedStore store = EmbeddedStore.open(directory, 0);
                MongoClient client = MongoClients.create(store.connectionString());
                ExecutorService threads = Executors.newCachedThreadPool()) {
            MongoCollection<Document> documents = client.getDatabase("d").getCollection("documents");
            documents.createIndex(Indexes.ascending("state", "n"));
            documents.createIndex(Indexes.ascending("tags"));
            for (int i = 0; i < DOCUMENTS; i++) {
                documents.insertOne(new Document("_id", i)
                        .append("state", "A")
                        .append("n", 0)
                        .append("tags", List.of(i)));
            }
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                Random random = new Random(writer);
                writers.add(threads.submit((Callable<?>) () -> {
                    for (int i = 0; i < WRITES; i++) {
                        documents.updateOne(
                                eq(random.nextInt(DOCUMENTS)),
                                Updates.combine(
                                        Updates.set("state", STATES.get(random.nextInt(STATES.size()))),
                                        Updates.inc("n", 1),
                                        Updates.push("tags", DOCUMENTS + random.nextInt(50))));
                    }
                    return null;
                }));
            }
            Future<?> reader = threads.submit((Callable<?>) () -> {
                while (writing.get()) {
                    assertThat(documents.find(in("state", STATES)).projection(new Document("_id", 1)))
                            .hasSize(DOCUMENTS)
                            .doesNotHaveDuplicates();
                    assertThat(documents.countDocuments(in("state", STATES))).isEqualTo(DOCUMENTS);
                }
                return null;
            });
            for (Future<?> writer : writers) {
                writer.get();
            }
            writing.set(false);
            reader.get();
            assertThat(documents.find()).allSatisfy(document -> assertThat(documents.find(and(
                            eq("state", document.get("state")),
                            eq("n", document.get("n")),
                            eq("_id", document.get("_id")))))
                    .hasSize(1));
            assertThat(documents.find().into(new ArrayList<>()).stream()
                            .mapToInt(document -> document.getInteger("n"))
                            .sum())
                    .isEqualTo(4 * WRITES);
        }
        // what a restart finds is what a new index over the same documents would hold
        try (EmbeddedStore store = EmbeddedStore.open(directory, 0);
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoCollection<Document> documents = client.getDatabase("d").getCollection("documents");
            documents.createIndex(Indexes.ascending("state", "n", "_id"));
            for (String state : STATES) {
                long scanned = documents
                        .find(new Document("$nor", List.of(new Document("state", new Document("$ne", state)))))
                        .into(new ArrayList<>())
                        .size();
                assertThat(documents.countDocuments(eq("state", state))).isEqualTo(scanned);
            }
            Document entries = client.getDatabase("d")
                    .runCommand(new Document("collStats", "documents"))
                    .get("indexSize", Document.class);
            assertThat(entries).containsEntry("state_1_n_1", (long) DOCUMENTS).containsEntry("state_1_n_1__id_1", (long)
                    DOCUMENTS);
        }
    }

    @Test
    void anUpdateOfManyChangesEachOnceThoughItMovesInTheIndexThatIsWalked() {
        try (EmbeddedStore store = EmbeddedStore.inMemory();
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoCollection<Document> documents = client.getDatabase("d").getCollection("documents");
            documents.createIndex(Indexes.ascending("n"));
            documents.createIndex(Indexes.ascending("state"));
            for (int i = 0; i < DOCUMENTS; i++) {
                documents.insertOne(new Document("_id", i).append("n", i).append("state", STATES.get(i % 2)));
            }
            documents.updateMany(new Document("n", new Document("$gte", 0)), Updates.inc("n", DOCUMENTS / 2));
            documents.updateMany(
                    in("state", "A", "B"), Updates.combine(Updates.set("state", "B"), Updates.inc("times", 1)));
            assertThat(documents.find())
                    .allMatch(document -> document.getInteger("n") == document.getInteger("_id") + DOCUMENTS / 2
                            && document.getInteger("times") == 1);
        }
    }
}
