package io.casewire.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCursorNotFoundException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandSucceededEvent;
import io.casewire.embedded.SharedStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies are cut by bytes: whatever is found reaches the client, who refuses messages of more than 48 MB. */
class RepliesIT {
    private static final int DOCUMENTS = 60;
    private static final int BYTES = 1 << 20;

    private final AtomicInteger replies = new AtomicInteger();
    private MongoClient client;
    private MongoCollection<Document> blobs;

    @BeforeEach
    void connect() {
        CommandListener listener = new CommandListener() {
            @Override
            public void commandSucceeded(CommandSucceededEvent event) {
                if (List.of("find", "getMore", "aggregate").contains(event.getCommandName())) {
                    replies.incrementAndGet();
                }
            }
        };
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(SharedStore.connectionString()))
                .addCommandListener(listener)
                .build());
        blobs = client.getDatabase(SharedStore.uniqueName()).getCollection("blobs");
    }

    @AfterEach
    void disconnect() {
        blobs.drop();
        client.close();
    }

    @Test
    void findsMoreThanOneMessageHolds() {
        fill();
        assertThat(ids(blobs.find().iterator())).hasSize(DOCUMENTS).doesNotHaveDuplicates();
        assertThat(replies.get()).isGreaterThan(3);
    }

    @Test
    void sortsMoreThanOneMessageHolds() {
        fill();
        assertThat(ids(blobs.find().sort(Sorts.descending("n")).iterator()))
                .hasSize(DOCUMENTS)
                .startsWith(DOCUMENTS - 1, DOCUMENTS - 2)
                .endsWith(1, 0);
    }

    @Test
    void aggregatesToMoreThanOneMessageHolds() {
        fill();
        assertThat(ids(blobs.aggregate(List.of(Aggregates.match(Filters.gte("n", 0))))
                        .iterator()))
                .hasSize(DOCUMENTS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 100})
    void givesAsManyAtATimeAsAskedFor(int batchSize) {
        for (int i = 0; i < 20; i++) {
            blobs.insertOne(new Document("_id", i));
        }
        assertThat(ids(blobs.find().batchSize(batchSize).iterator())).hasSize(20);
        assertThat(replies.get()).isEqualTo(Math.max(1, (20 + batchSize - 1) / batchSize));
    }

    @Test
    void whatIsWrittenBetweenTwoRepliesIsSeenOnceAndWhatIsRemovedNotAtAll() {
        for (int i = 0; i < 20; i += 2) {
            blobs.insertOne(new Document("_id", i));
        }
        List<Integer> seen = new ArrayList<>();
        try (MongoCursor<Document> cursor = blobs.find().batchSize(2).iterator()) {
            seen.add(cursor.next().getInteger("_id"));
            blobs.deleteOne(Filters.eq(10));
            blobs.insertOne(new Document("_id", 11));
            blobs.updateMany(Filters.gte("_id", 0), Updates.set("changed", true));
            cursor.forEachRemaining(document -> seen.add(document.getInteger("_id")));
        }
        assertThat(seen).containsExactly(0, 2, 4, 6, 8, 11, 12, 14, 16, 18);
    }

    @Test
    void aCursorThatWasClosedIsGone() {
        for (int i = 0; i < 10; i++) {
            blobs.insertOne(new Document("_id", i));
        }
        MongoCursor<Document> cursor = blobs.find().batchSize(2).iterator();
        long id = cursor.getServerCursor().getId();
        cursor.close();
        Document more = new Document("getMore", id).append("collection", "blobs");
        assertThatThrownBy(() -> client.getDatabase(blobs.getNamespace().getDatabaseName())
                        .runCommand(more))
                .isInstanceOfAny(MongoCursorNotFoundException.class, com.mongodb.MongoCommandException.class);
    }

    private void fill() {
        Random random = new Random(1);
        for (int i = 0; i < DOCUMENTS; i++) {
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            blobs.insertOne(new Document("_id", i).append("n", i).append("bytes", new Binary(bytes)));
        }
    }

    private static List<Integer> ids(MongoCursor<Document> found) {
        List<Integer> ids = new ArrayList<>();
        try (found) {
            found.forEachRemaining(document -> ids.add(document.getInteger("_id")));
        }
        return ids;
    }
}
