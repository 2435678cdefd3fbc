package io.casewire.ingest.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.casewire.embedded.SharedStore;
import java.io.IOException;
import java.util.Random;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class BlobsIT {
    private final MongoClient client = MongoClients.create(SharedStore.connectionString());
    private final MongoTemplate mongo = new MongoTemplate(client, SharedStore.uniqueName());
    private final Blobs blobs = new Blobs(mongo);

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void givesBackWhatWasPutInSeveralPieces() throws IOException {
        byte[] bytes = new byte[9_000_001];
        new Random(1).nextBytes(bytes);

        BlobReference blob = blobs.put(bytes);
        blobs.put(bytes);

        assertThat(blobs.read(blob)).isEqualTo(bytes);
        assertThat(blobs.open(blob).readAllBytes()).isEqualTo(bytes);
        assertThat(mongo.getCollection("blobs").countDocuments()).isEqualTo(3);
    }

    @Test
    void damagedAndMissingPiecesAreNoticedAndHealedByPuttingAgain() {
        byte[] bytes = {1, 2, 3};
        BlobReference blob = blobs.put(bytes);
        mongo.getCollection("blobs")
                .updateOne(Filters.eq("_id", blob.sha256() + "/00000"), Updates.set("bytes", new Binary(new byte[3])));

        assertThatThrownBy(() -> blobs.read(blob)).isInstanceOf(DamagedBlob.class);
        blobs.put(bytes);
        assertThat(blobs.read(blob)).isEqualTo(bytes);

        blobs.delete(blob);
        assertThatThrownBy(() -> blobs.read(blob)).isInstanceOf(DamagedBlob.class);
    }

    @Test
    void nothingIsABlobToo() {
        assertThat(blobs.read(blobs.put(new byte[0]))).isEmpty();
    }
}
