package io.casewire.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.casewire.embedded.EmbeddedStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database is dropped while others work on it: nobody waits forever, and what is stored afterwards is there. */
class DroppedDatabaseIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int DROPS = 100;

    @TempDir
    private Path directory;

    private final AtomicBoolean stop = new AtomicBoolean();
    private final Queue<Throwable> unexpected = new ConcurrentLinkedQueue<>();
    private final AtomicInteger done = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void droppingUnderWorkHangsNobody(boolean inMemory) throws Exception {
        try (EmbeddedStore store = inMemory ? EmbeddedStore.inMemory() : EmbeddedStore.open(directory, 0);
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoDatabase database = client.getDatabase("catalog");
            List<Thread> workers = new ArrayList<>();
            for (int number = 0; number < 3; number++) {
                int from = number * 1_000_000;
                workers.add(work("writer", i -> upsert(database, from + i)));
                workers.add(work("reader", i -> database.getCollection("cases")
                        .find(Filters.gte("at", i % 50))
                        .into(new ArrayList<>())));
            }
            workers.add(work("lister", _ -> database.listCollectionNames().into(new ArrayList<>())));
            workers.add(work("indexer", _ -> database.getCollection("revisions")
                    .createIndex(Indexes.ascending("case", "revision"), new IndexOptions().unique(true))));
            workers.add(work("renewer", i -> database.getCollection("continuity")
                    .replaceOne(
                            Filters.eq("log"),
                            new Document("_id", "log").append("at", i),
                            new ReplaceOptions().upsert(true))));
            Thread dropper = Thread.ofVirtual().start(() -> {
                try {
                    for (int i = 0; i < DROPS; i++) {
                        database.drop();
                        Thread.sleep(5);
                    }
                } catch (MongoException | InterruptedException e) {
                    unexpected.add(e);
                }
            });
            assertThat(dropper.join(PATIENCE)).as("dropping ended").isTrue();
            stop.set(true);
            for (Thread worker : workers) {
                assertThat(worker.join(PATIENCE))
                        .as(worker.getName() + " ended")
                        .isTrue();
            }
            assertThat(unexpected).isEmpty();
            assertThat(done).hasPositiveValue();

            database.drop();
            assertThat(database.listCollectionNames()).isEmpty();
            upsert(database, 1);
            assertThat(database.getCollection("cases").countDocuments()).isOne();
        }
        if (!inMemory) {
            try (EmbeddedStore store = EmbeddedStore.open(directory, 0);
                    MongoClient client = MongoClients.create(store.connectionString())) {
                assertThat(client.getDatabase("catalog").getCollection("cases").find())
                        .singleElement()
                        .satisfies(found -> assertThat(found).containsEntry("_id", "c1"));
            }
        }
    }

    private static void upsert(MongoDatabase database, int number) {
        MongoCollection<Document> cases = database.getCollection("cases");
        cases.updateOne(
                Filters.eq("_id", "c" + number),
                Updates.combine(Updates.set("at", number % 100), Updates.inc("writes", 1L)),
                new UpdateOptions().upsert(true));
    }

    private Thread work(String name, Step step) {
        return Thread.ofPlatform().daemon().name(name).start(() -> {
            for (int i = 0; !stop.get(); i++) {
                try {
                    step.take(i);
                    done.incrementAndGet();
                } catch (MongoException e) {
                    // what it worked on was dropped under it: any answer will do, as long as there is one
                    if (e instanceof MongoSocketException || e instanceof MongoTimeoutException) {
                        unexpected.add(e);
                    }
                }
            }
        });
    }

    private interface Step {
        void take(int number);
    }
}
