package io.casewire.ingest.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.casewire.contracts.event.DocumentEvent.Changes;
import io.casewire.contracts.id.SourceId;
import io.casewire.embedded.SharedStore;
import io.casewire.ingest.blob.BlobReference;
import io.casewire.ingest.blob.Blobs;
import io.casewire.ingest.blob.Sha256;
import io.casewire.ingest.document.Door.Answer;
import io.casewire.ingest.document.Door.Coming;
import io.casewire.ingest.inbox.InboxFiles.Left;
import io.casewire.ingest.upload.Upload;
import io.casewire.ingest.upload.Uploads;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The way of files through the folder, with a door of the test's and nobody who works on what it takes. */
class InboxFilesIT {
    private final MongoClient client = MongoClients.create(SharedStore.connectionString());
    private final MongoTemplate mongo = new MongoTemplate(client, SharedStore.uniqueName());
    private final Uploads uploads = new Uploads(mongo, Instant::now);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<String> asked = new ArrayList<>();

    @TempDir
    private Path root;

    private InboxFolder folder;
    private InboxFiles files;
    private boolean isBusy;
    private boolean isWritten;

    @BeforeEach
    void open() throws IOException {
        folder = InboxFolder.at(root);
        files = started();
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void aDocumentThatWaitsForAPersonBlocksNoOther() throws IOException {
        lay("held.txt");
        lay("next.txt");
        assertThat(files.round(folder, () -> true)).isEqualTo(new Left(2, 0));

        publish("next.txt");

        assertThat(files.round(folder, () -> true)).isEqualTo(new Left(1, 0));
        assertThat(root.resolve("done/next.txt")).exists();
        assertThat(folder.claims()).extracting(Claim::name).containsExactly("held.txt");
        publish("held.txt");
        assertThat(files.round(folder, () -> true)).isEqualTo(new Left(0, 0));
    }

    @Test
    void whileTheServiceIsBusyNothingMoreIsTakenOutOfTheFolder() throws IOException {
        lay("a.txt");
        lay("b.txt");
        isBusy = true;

        files.round(folder, () -> true);
        isBusy = false;
        files.round(folder, () -> true);

        assertThat(asked).as("it was told when to come again").hasSize(1);
        assertThat(folder.files()).hasSize(1);
        // whoever looks next knows nothing of the pause
        assertThat(started().round(folder, () -> true)).isEqualTo(new Left(2, 0));
        assertThat(asked).contains("a.txt", "b.txt");
    }

    @Test
    void afterAKillTheBytesTellWhichUploadAFileIs() throws IOException {
        lay("a.txt");
        files.round(folder, () -> true);
        publish("a.txt");

        started().round(folder, () -> true);

        assertThat(root.resolve("done/a.txt")).exists();
        assertThat(mongo.getCollection("sources").countDocuments()).isEqualTo(1);
    }

    @Test
    void aFileThatIsWrittenWhenItIsTakenIsTakenAgainLater() throws IOException {
        lay("a.txt");
        isWritten = true;

        assertThat(files.round(folder, () -> true)).isEqualTo(new Left(1, 1));
        assertThat(files.round(folder, () -> true)).isEqualTo(new Left(1, 1));

        assertThat(asked).as("not again at once").hasSize(1);
        assertThat(folder.claims()).hasSize(1);
    }

    @Test
    void oneThatAnOperatorRemovedIsLaidAsideWithThatReason() throws IOException {
        lay("a.txt");
        files.round(folder, () -> true);
        mongo.getCollection("sources").drop();

        files.round(folder, () -> true);

        assertThat(root.resolve("failed/a.txt.report.txt")).content().contains("已由管理员删除");
        assertThat(meters.counter("casewire.ingest.inbox.failed").count()).isEqualTo(1);
    }

    private InboxFiles started() {
        InboxSettings settings = new InboxSettings(root.toString(), Duration.ZERO, Duration.ofSeconds(1), false);
        return new InboxFiles(this::take, uploads, new Reports(uploads, new Blobs(mongo)), settings, meters);
    }

    private Answer take(InputStream in, String name, Coming coming) throws IOException {
        asked.add(name);
        if (isBusy) {
            return new Answer.Busy(Duration.ofHours(1), "full");
        }
        if (isWritten || !coming.unchanged().holds()) {
            return new Answer.Unsettled();
        }
        byte[] bytes = in.readAllBytes();
        Upload upload = Upload.received(
                name,
                new BlobReference(Sha256.of(bytes), bytes.length),
                Instant.parse("2026-11-29T08:00:00Z"),
                coming.sender(),
                "c",
                coming.backfill());
        boolean isNew = uploads.add(upload);
        return new Answer.Taken(uploads.find(upload.uploadId()).orElseThrow(), isNew);
    }

    private void publish(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        uploads.published(SourceId.ofSha256(Sha256.of(bytes)), new Changes(1, 0, 0, 0), null, null);
    }

    private void lay(String name) throws IOException {
        Files.writeString(root.resolve(name), name);
    }
}
