package io.casewire.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import io.casewire.embedded.EmbeddedStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of the H2 backend, as earlier versions used it, is taken over; one of a later version is refused. */
class StoreFormatIT {
    @TempDir
    private Path directory;

    private Path file;
    private final List<Document> blobs = IntStream.range(0, 300)
            .mapToObj(i -> new Document("_id", "b" + (1000 + i)).append("bytes", new Binary(new byte[50_000])))
            .toList();
    private final List<Document> sources = List.of(
            new Document("_id", new ObjectId())
                    .append("state", "RECEIVED")
                    .append("at", Date.from(Instant.ofEpochSecond(1_700_000_000L)))
                    .append("steps", List.of(new Document("n", 1L), new Document("n", 2.5)))
                    .append("nothing", null),
            new Document("_id", 7).append("state", "PUBLISHED").append("title", "通关"));

    @BeforeEach
    void anEarlierFile() {
        file = directory.resolve("store.mv");
        MVStore store =
                new MVStore.Builder().fileName(file.toString()).compress().open();
        MongoServer server = new MongoServer(new H2Backend(store));
        try (MongoClient client = MongoClients.create(server.bindAndGetConnectionString())) {
            MongoDatabase ingest = client.getDatabase("ingest");
            ingest.getCollection("blobs").insertMany(blobs);
            ingest.getCollection("sources").createIndex(Indexes.ascending("state"));
            ingest.getCollection("sources").createIndex(Indexes.ascending("title"), new IndexOptions().unique(true));
            ingest.getCollection("sources").insertMany(sources);
            client.getDatabase("notify").getCollection("empty").createIndex(Indexes.descending("x"));
        }
        server.shutdownNow();
    }

    @Test
    void earlierFilesAreTakenOverWithTheirIndexes() throws Exception {
        for (int start = 0; start < 2; start++) {
            List<String> used = new ArrayList<>();
            try (EmbeddedStore store = EmbeddedStore.open(directory, 0);
                    MongoClient client = MongoClients.create(store.connectionString());
                    AutoCloseable _ = store.observe(examined -> used.add(examined.access()))) {
                MongoDatabase ingest = client.getDatabase("ingest");
                assertThat(ingest.getCollection("blobs").find().into(new ArrayList<>()))
                        .containsExactlyElementsOf(blobs);
                MongoCollection<Document> found = ingest.getCollection("sources");
                assertThat(found.find().into(new ArrayList<>())).containsExactlyInAnyOrderElementsOf(sources);
                assertThat(found.find(new Document("state", "RECEIVED"))).containsExactly(sources.getFirst());
                assertThat(used).anyMatch(access -> access.contains("state_1"));
                assertThat(found.listIndexes()).hasSize(3);
                assertThatThrownBy(() -> found.insertOne(new Document("title", "通关")))
                        .isInstanceOf(MongoWriteException.class);
                assertThat(client.getDatabase("notify").listCollectionNames()).contains("empty");
                assertThat(client.listDatabaseNames()).contains("ingest", "notify");
            }
        }
        try (MVStore store = new MVStore.Builder().fileName(file.toString()).open()) {
            assertThat(store.getMapNames()).noneMatch(map -> map.startsWith("databases.") || map.startsWith("meta."));
        }
    }

    @Test
    void whatAnInterruptedTakeOverLeftIsNotMistakenForDocuments() {
        try (MVStore store = new MVStore.Builder().fileName(file.toString()).open()) {
            MVMap<String, String> half = store.openMap("documents/ingest.sources");
            half.put("half", "done");
            store.commit();
        }
        try (EmbeddedStore store = EmbeddedStore.open(directory, 0);
                MongoClient client = MongoClients.create(store.connectionString())) {
            assertThat(client.getDatabase("ingest").getCollection("sources").find())
                    .hasSize(2);
        }
    }

    @Test
    void laterFilesAreRefusedAndLeftAlone() {
        try (MVStore store = new MVStore.Builder().fileName(file.toString()).open()) {
            store.setStoreVersion(StoreFormat.CURRENT + 1);
            store.commit();
        }
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> EmbeddedStore.open(directory, 0))
                    .isInstanceOf(UnknownStoreFormat.class)
                    .hasMessageContaining("format 2")
                    .hasMessageContaining("restore a backup");
        }
        try (MVStore store = new MVStore.Builder().fileName(file.toString()).open()) {
            assertThat(store.getStoreVersion()).isEqualTo(StoreFormat.CURRENT + 1);
            assertThat(store.getMapNames()).contains("databases.ingest.blobs");
        }
    }
}
