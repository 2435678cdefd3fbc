package io.casewire.ingest.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.casewire.embedded.SharedStore;
import io.casewire.extraction.Archive.Member;
import io.casewire.extraction.worker.Outcome.Unpacked;
import io.casewire.ingest.blob.BlobReference;
import io.casewire.ingest.blob.Blobs;
import io.casewire.ingest.blob.Sha256;
import io.casewire.ingest.lease.Leases;
import io.casewire.ingest.upload.ArchiveContents;
import io.casewire.ingest.upload.ArchiveOrigin;
import io.casewire.ingest.upload.Hold;
import io.casewire.ingest.upload.Upload;
import io.casewire.ingest.upload.Uploads;
import io.casewire.ingest.upload.WorkQueue;
import io.casewire.parsing.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

class ArchiveMembersIT {
    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");
    private static final Upload ARCHIVE =
            Upload.received("附件.zip", new BlobReference(Sha256.of(new byte[0]), 0), NOW, "李雷", "letter-7", true);

    private final MongoClient client = MongoClients.create(SharedStore.connectionString());
    private final MongoTemplate mongo = new MongoTemplate(client, SharedStore.uniqueName());
    private final Uploads uploads = new Uploads(mongo, () -> NOW);
    private final WorkQueue queue = new WorkQueue(mongo, new Leases(mongo, () -> NOW, Duration.ofSeconds(5)));
    private final Blobs blobs = new Blobs(mongo);
    private final ArchiveMembers members = new ArchiveMembers(blobs, uploads, queue, Limits.DEFAULT);

    @TempDir
    private Path folder;

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void aFileIsReceivedAsItsArchiveWas() throws IOException {
        ArchiveContents contents = members.take(unpacked(), ARCHIVE);

        Upload first = uploads.page(null, null, 10).stream()
                .filter(upload ->
                        upload.id().equals(contents.members().getFirst().id()))
                .findFirst()
                .orElseThrow();
        assertThat(first.name()).isEqualTo("附件/一.txt");
        assertThat(first.archive()).isEqualTo(new ArchiveOrigin(ARCHIVE.id(), "附件/一.txt"));
        assertThat(first.receivedAt()).isEqualTo(NOW);
        assertThat(first.receivedBy()).isEqualTo("李雷");
        assertThat(first.correlationId()).isEqualTo("letter-7");
        assertThat(first.backfill()).isTrue();
        assertThat(new String(blobs.read(first.original()), StandardCharsets.UTF_8))
                .isEqualTo("甲");
    }

    @Test
    void aFileOfAnArchiveThatIsToBeLookedAtIsToBeLookedAtToo() throws IOException {
        members.take(unpacked(), ARCHIVE.heldOnRequest());

        assertThat(uploads.page(null, null, 10)).hasSize(2).allMatch(upload -> Hold.ASKED.equals(upload.hold()));
    }

    @Test
    void takingThemAgainAfterACrashChangesNothing() throws IOException {
        ArchiveContents once = members.take(unpacked(), ARCHIVE);

        assertThat(members.take(unpacked(), ARCHIVE)).isEqualTo(once);

        assertThat(uploads.page(null, null, 10)).hasSize(2);
        assertThat(queue.size()).isEqualTo(2);
    }

    @Test
    void aFileWhoseEntryInTheQueueWasNotWrittenGetsIt() throws IOException {
        members.take(unpacked(), ARCHIVE);
        mongo.remove(new Query(), "queue");

        members.take(unpacked(), ARCHIVE);

        assertThat(mongo.findAll(Document.class, "queue")).hasSize(2);
    }

    @Test
    void twoFilesOfTheSameBytesAreOne() throws IOException {
        Path one = Files.writeString(folder.resolve("3"), "同");
        Path other = Files.writeString(folder.resolve("4"), "同");

        ArchiveContents contents = members.take(
                new Unpacked(List.of(new Member("三.txt", one), new Member("四.txt", other)), List.of()), ARCHIVE);

        assertThat(contents.members())
                .extracting(ArchiveContents.Member::id)
                .hasSize(2)
                .containsOnly(contents.members().getFirst().id());
        assertThat(uploads.page(null, null, 10)).hasSize(1);
    }

    private Unpacked unpacked() throws IOException {
        return new Unpacked(
                List.of(
                        new Member("附件/一.txt", Files.writeString(folder.resolve("1"), "甲")),
                        new Member("二.txt", Files.writeString(folder.resolve("2"), "乙"))),
                List.of());
    }
}
