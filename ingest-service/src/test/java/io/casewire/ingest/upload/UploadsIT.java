package io.casewire.ingest.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.casewire.contracts.event.DocumentEvent.Changes;
import io.casewire.contracts.parsed.DocumentRecord;
import io.casewire.contracts.parsed.Genre;
import io.casewire.embedded.SharedStore;
import io.casewire.ingest.blob.BlobReference;
import io.casewire.ingest.blob.Sha256;
import io.casewire.ingest.lease.Lease;
import io.casewire.ingest.lease.Leases;
import io.casewire.parsing.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class UploadsIT {
    private final MongoClient client = MongoClients.create(SharedStore.connectionString());
    private Instant now = Instant.parse("2026-11-21T08:00:00Z");
    private final MongoTemplate mongo = new MongoTemplate(client, SharedStore.uniqueName());
    private final Leases leases = new Leases(mongo, () -> now, Duration.ofSeconds(5));
    private final WorkQueue queue = new WorkQueue(mongo, leases);
    private final Uploads uploads = new Uploads(mongo, () -> now);

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void theSameBytesAreAddedOnce() {
        assertThat(uploads.add(upload("a"))).isTrue();
        assertThat(uploads.add(upload("a"))).isFalse();
    }

    @Test
    void theOldestFileIsTakenFirstAndByOneOnly() {
        add("b", now.plusSeconds(1));
        add("a", now);

        assertThat(taken()).isEqualTo(upload("a").id());
        assertThat(taken()).isEqualTo(upload("b").id());
        assertThat(queue.takeNext(WorkQueue.Lane.ANY)).isEmpty();
        assertThat(queue.size()).isEqualTo(2);
    }

    @Test
    void manyTakersNeverTakeTheSameFile() throws InterruptedException {
        for (int i = 0; i < 40; i++) {
            add("file " + i, now);
        }
        List<String> taken = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService takers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                takers.execute(() -> {
                    while (queue.takeNext(WorkQueue.Lane.ANY)
                            .map(leased -> taken.add(leased.document().id()))
                            .orElse(false)) {
                        // until none is left
                    }
                });
            }
            takers.shutdown();
            assertThat(takers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }

        assertThat(taken).doesNotHaveDuplicates().hasSize(40);
    }

    @Test
    void aFileWhoseWorkerDiedIsTakenAgainAndTheDeadOneCanWriteNoMore() {
        add("a", now);
        Lease dead = queue.takeNext(WorkQueue.Lane.ANY).orElseThrow().lease();
        Upload upload = uploads.claim(upload("a").uploadId(), dead, 1).orElseThrow();
        now = now.plusSeconds(6);

        Lease next = queue.takeNext(WorkQueue.Lane.ANY).orElseThrow().lease();
        assertThat(uploads.claim(upload.uploadId(), next, 1).orElseThrow().parseAttempts())
                .isEqualTo(2);
        Refusal refusal = new Refusal("X", "x");
        assertThatThrownBy(() -> uploads.fail(upload, dead, refusal)).isInstanceOf(LostLease.class);
        dead.closeByRemoval();
        assertThat(queue.size()).isEqualTo(1);
        next.closeByRemoval();
        assertThat(queue.size()).isZero();
    }

    @Test
    void aFileThatWaitsIsNotDueBeforeAndItsAttemptDoesNotCount() {
        add("a", now);
        Lease lease = queue.takeNext(WorkQueue.Lane.ANY).orElseThrow().lease();
        Upload upload = uploads.claim(upload("a").uploadId(), lease, 1).orElseThrow();
        uploads.waitsFor(upload, lease, "waits");
        lease.closeFor(Duration.ofSeconds(30));

        assertThat(uploads.find(upload.uploadId()).orElseThrow().waitingFor()).isEqualTo("waits");
        assertThat(uploads.find(upload.uploadId()).orElseThrow().parseAttempts())
                .isZero();
        assertThat(queue.takeNext(WorkQueue.Lane.ANY)).isEmpty();
        now = now.plusSeconds(31);
        assertThat(queue.takeNext(WorkQueue.Lane.ANY)).isPresent();
    }

    @Test
    void anEndIsNotedOnceAndCanBeTakenBackOnlyByAPerson() {
        Upload upload = upload("a");
        uploads.add(upload);
        uploads.rejected(upload.uploadId(), new Refusal("MOJIBAKE", "unreadable"));
        uploads.published(upload.uploadId(), new Changes(1, 0, 0, 0), null, null);

        Upload rejected = uploads.find(upload.uploadId()).orElseThrow();
        assertThat(rejected.state()).isEqualTo(UploadState.REJECTED);
        assertThat(rejected.changes()).isNull();

        assertThat(uploads.restart(upload.uploadId(), "again")).isTrue();
        assertThat(uploads.restart(upload.uploadId(), "again")).isFalse();
        assertThat(uploads.find(upload.uploadId()).orElseThrow().steps())
                .extracting(Step::state)
                .containsExactly(UploadState.RECEIVED, UploadState.REJECTED, UploadState.RECEIVED);
    }

    @Test
    void aFileThatWaitsForAPersonIsNoWorkBeforeSomebodyDecidesOnce() {
        add("a", now);
        Lease lease = queue.takeNext(WorkQueue.Lane.ANY).orElseThrow().lease();
        Upload upload = uploads.claim(upload("a").uploadId(), lease, 1).orElseThrow();
        BlobReference blob = new BlobReference("00", 1);
        ParseResult parse = new ParseResult(
                "doc-0123456789abcdefghijklmnop",
                null,
                null,
                Genre.PLAN,
                DocumentRecord.Counts.NONE,
                null,
                blob,
                blob,
                0,
                null,
                1);
        Hold hold = new Hold(true, false, List.of("NUMBERING_GAP"), now, null, null);
        uploads.parsed(upload, lease, blob, parse, Duration.ZERO, true, hold);
        lease.closeByRemoval();
        HeldUploads held = new HeldUploads(uploads, mongo, () -> now);
        uploads.eachUnfinished(queue::add);

        assertThat(queue.size()).isZero();
        assertThat(held.page(null, 10)).singleElement().satisfies(waiting -> {
            assertThat(waiting.held()).isTrue();
            assertThat(waiting.settled()).isTrue();
        });

        Hold.Decision decision = new Hold.Decision(true, "李雷", now, null);
        assertThat(held.decide(upload.uploadId(), decision)).isTrue();
        assertThat(held.decide(upload.uploadId(), decision)).isFalse();
        uploads.eachUnfinished(queue::add);

        assertThat(held.page(null, 10)).isEmpty();
        assertThat(taken()).isEqualTo(upload.id());
        assertThat(uploads.find(upload.uploadId()).orElseThrow().settled()).isFalse();
    }

    @Test
    void anEarlierVersionsFilesAreReadAndFoundToBeLeft() {
        mongo.getCollection("sources")
                .insertOne(Document.parse("""
                        {"_id": "%s", "name": "a.txt", "original": {"sha256": "00", "size": 1}, "receivedAt": {"$date": 1000},
                        "receivedBy": "s", "correlationId": "c", "backfill": false, "state": "PARSED", "steps": [], "readings": 1,
                        "notBefore": {"$date": 1000}, "leasedUntil": {"$date": 0},
                        "reading": {"documentId": "doc-0123456789abcdefghijklmnop", "genre": "PLAN",
                         "counts": {"cases": 1, "tasks": 0, "adoptions": 0, "milestones": 0, "indicators": 0, "metrics": 0},
                         "records": {"sha256": "00", "size": 1}, "diagnostics": {"sha256": "00", "size": 1}, "diagnosticCount": 2}}
                        """.formatted(upload("a").id())));
        mongo.getCollection("sources").createIndex(Document.parse("{state: 1, receivedAt: 1}"));

        uploads.createIndexes();
        uploads.eachUnfinished(queue::add);

        assertThat(taken()).isEqualTo(upload("a").id());
        Upload found = uploads.find(upload("a").uploadId()).orElseThrow();
        assertThat(found.parseAttempts()).isEqualTo(1);
        assertThat(Objects.requireNonNull(found.parse()).diagnosticCount()).isEqualTo(2);
        assertThat(mongo.getCollection("sources").listIndexes().map(index -> index.getString("name")))
                .doesNotContain("state_1_receivedAt_1");
    }

    private String taken() {
        return queue.takeNext(WorkQueue.Lane.ANY).orElseThrow().document().id();
    }

    private void add(String text, Instant at) {
        uploads.add(upload(text));
        queue.add(upload(text).id(), at);
    }

    private Upload upload(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Upload.received("a.txt", new BlobReference(Sha256.of(bytes), bytes.length), now, "s", "c", false);
    }
}
