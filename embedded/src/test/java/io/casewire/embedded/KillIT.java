package io.casewire.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there after a {@code kill -9}, several times over on the same directory. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KillIT {
    private static final int ROUNDS = 3;
    private static final int WRITERS = 8;
    private static final int ACKNOWLEDGED_BEFORE_KILL = 200;

    @TempDir
    Path directory;

    @Test
    void storeKeepsEveryAcknowledgedWriteAndItsIndexes() throws Exception {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        for (int round = 0; round < ROUNDS; round++) {
            try (ServerProcess server = ServerProcess.start("store", directory);
                    MongoClient client = MongoClients.create(impatient(server.address()))) {
                writeUntilKilled(server, cases(client), round, acknowledged);
            }
            try (EmbeddedStore store = EmbeddedStore.open(directory, 0);
                    MongoClient client = MongoClients.create(store.connectionString())) {
                checkStored(cases(client), acknowledged);
            }
        }
    }

    @Test
    void brokerKeepsEveryAcknowledgedRecord() throws Exception {
        List<String> acknowledged = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            try (ServerProcess server = ServerProcess.start("kafka", directory);
                    Topic topic = openTopic(server.address(), round)) {
                for (int i = 0; i < 50; i++) {
                    String value = round + "-" + i;
                    topic.send(value);
                    acknowledged.add(value);
                }
                server.kill();
            }
        }
        try (EmbeddedKafka broker = EmbeddedKafka.start(directory);
                Topic topic = Topic.of(broker.bootstrapServers(), "cases")) {
            assertThat(topic.read()).containsExactlyElementsOf(acknowledged);
        }
    }

    private static Topic openTopic(String servers, int round) throws ExecutionException, InterruptedException {
        return round == 0 ? Topic.create(servers, "cases") : Topic.of(servers, "cases");
    }

    private static void writeUntilKilled(
            ServerProcess server, MongoCollection<Document> cases, int round, Set<String> acknowledged)
            throws InterruptedException {
        cases.createIndex(Indexes.ascending("title"), new IndexOptions().unique(true));
        cases.createIndex(Indexes.ascending("writer", "round"));
        int before = acknowledged.size();
        List<Thread> writers = IntStream.range(0, WRITERS)
                .mapToObj(writer -> Thread.ofVirtual().start(() -> {
                    try {
                        for (int i = 0; ; i++) {
                            String id = round + "-" + writer + "-" + i;
                            cases.insertOne(new Document("_id", id)
                                    .append("title", "of " + id)
                                    .append("writer", writer)
                                    .append("round", round));
                            acknowledged.add(id);
                        }
                    } catch (MongoException e) {
                        // the server is gone: whatever was not acknowledged may or may not be stored
                    }
                }))
                .toList();
        while (acknowledged.size() < before + ACKNOWLEDGED_BEFORE_KILL) {
            Thread.sleep(1);
        }
        server.kill();
        for (Thread writer : writers) {
            writer.join();
        }
    }

    private static void checkStored(MongoCollection<Document> cases, Set<String> acknowledged) {
        Set<String> stored = new HashSet<>();
        for (Document found : cases.find()) {
            stored.add(found.getString("_id"));
        }
        assertThat(stored).containsAll(acknowledged);
        for (String id : stored) {
            assertThat(cases.countDocuments(Filters.eq(id))).isOne();
            assertThat(cases.countDocuments(Filters.eq("title", "of " + id))).isOne();
        }
        for (int writer = 0; writer < WRITERS; writer++) {
            String middle = "-" + writer + "-";
            assertThat(cases.find(Filters.eq("writer", writer)).map(found -> found.getString("_id")))
                    .containsExactlyInAnyOrderElementsOf(stored.stream()
                            .filter(id -> id.substring(id.indexOf('-')).startsWith(middle))
                            .toList());
        }
        // a commit in the middle of an insert would leave an index entry without its document, and this would be
        // refused
        for (int writer = 0; writer < WRITERS; writer++) {
            for (int i = 0; i < ACKNOWLEDGED_BEFORE_KILL; i++) {
                String id = "0-" + writer + "-" + i;
                if (stored.add(id)) {
                    cases.insertOne(new Document("_id", id)
                            .append("title", "of " + id)
                            .append("writer", writer)
                            .append("round", 0));
                    acknowledged.add(id);
                }
            }
        }
    }

    private static MongoCollection<Document> cases(MongoClient client) {
        return client.getDatabase("catalog").getCollection("cases");
    }

    private static String impatient(String address) {
        return address + "/?serverSelectionTimeoutMS=2000";
    }
}
