package io.casewire.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start asks of a store whose disk is below the reserve: what is there already is no new work. */
class ShortDiskIT {
    private static final long MORE_THAN_ANY_DISK = 1L << 60;

    @TempDir
    private Path directory;

    @Test
    void indexesAndCollectionsThatAreThereAreNoNewWork() {
        try (EmbeddedStore store = EmbeddedStore.open(directory, 0);
                MongoClient client = MongoClients.create(store.connectionString())) {
            prepare(client.getDatabase("ingest"));
            client.getDatabase("ingest").getCollection("uploads").insertOne(new Document("_id", "before"));
        }
        DiskSpace space = new DiskSpace(directory, MORE_THAN_ANY_DISK, () -> MORE_THAN_ANY_DISK / 2);
        space.look();
        try (space;
                EmbeddedStore store = EmbeddedStore.open(directory, 0, space, null);
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoDatabase database = client.getDatabase("ingest");
            MongoCollection<Document> uploads = database.getCollection("uploads");

            assertThatCode(() -> prepare(database)).doesNotThrowAnyException();
            assertThat(uploads.find().first()).containsEntry("_id", "before");

            assertRefused(() -> uploads.createIndex(Indexes.ascending("another")));
            assertRefused(() -> uploads.createIndex(
                    Indexes.ascending("state", "since"),
                    new IndexOptions().unique(true).name("state_1_since_1")));
            assertRefused(() -> uploads.createIndexes(List.of(
                    new IndexModel(Indexes.descending("since")), new IndexModel(Indexes.descending("another")))));
            assertRefused(() -> database.createCollection("others"));
            assertRefused(
                    () -> client.getDatabase("new").getCollection("uploads").createIndex(Indexes.ascending("a")));
            assertRefused(() -> uploads.insertOne(new Document("_id", "after")));
            assertThatThrownBy(() -> database.createCollection("uploads")).hasMessageContaining("already exists");
            assertThat(uploads.listIndexes()).hasSize(3);
        }
    }

    private static void prepare(MongoDatabase database) {
        MongoCollection<Document> uploads = database.getCollection("uploads");
        uploads.createIndex(Indexes.ascending("state", "since"));
        uploads.createIndex(Indexes.descending("since"));
    }

    private static void assertRefused(ThrowingCallable write) {
        assertThatThrownBy(write)
                .isInstanceOfSatisfying(
                        MongoException.class, e -> assertThat(e.getCode()).isEqualTo(14031))
                .hasMessageContaining("nearly full");
    }
}
