package io.casewire.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreIT {
    @TempDir
    Path directory;

    @Test
    void findsItsDocumentsAgainOnTheNextStart() {
        try (EmbeddedStore store = EmbeddedStore.open(directory, 0);
                MongoClient client = MongoClients.create(store.connectionString())) {
            client.getDatabase("ledger").getCollection("steps").insertOne(new Document("_id", 1));
        }
        try (EmbeddedStore store = EmbeddedStore.open(directory, 0);
                MongoClient client = MongoClients.create(store.connectionString())) {
            assertThat(client.getDatabase("ledger").getCollection("steps").countDocuments())
                    .isOne();
        }
    }

    @Test
    void refusesADirectoryThatIsInUse() {
        try (EmbeddedStore _ = EmbeddedStore.open(directory, 0)) {
            assertThatThrownBy(() -> EmbeddedStore.open(directory, 0)).isInstanceOf(DirectoryInUse.class);
        }
    }

    @Test
    void saysThatThePortIsTakenAndLeavesTheDirectoryFree(@TempDir Path other) {
        try (EmbeddedStore first = EmbeddedStore.inMemory()) {
            assertThatThrownBy(() -> EmbeddedStore.open(other, first.port())).isInstanceOf(PortInUse.class);
        }
        EmbeddedStore.open(other, 0).close();
    }
}
