package io.casewire.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.casewire.contracts.event.DocumentEvent.Changes;
import io.casewire.embedded.SharedStore;
import io.casewire.ingest.blob.BlobReference;
import io.casewire.ingest.blob.Sha256;
import io.casewire.ingest.lease.Leases;
import io.casewire.ingest.lease.Leases.Leased;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class SourcesIT {
    private final MongoClient client = MongoClients.create(SharedStore.connectionString());
    private Instant now = Instant.parse("2026-11-21T08:00:00Z");
    private final MongoTemplate mongo = new MongoTemplate(client, SharedStore.uniqueName());
    private final Sources sources = new Sources(mongo, new Leases(mongo, () -> now, Duration.ofSeconds(5)), () -> now);

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void theSameBytesAreAddedOnce() {
        assertThat(sources.add(source("a"))).isTrue();
        assertThat(sources.add(source("a"))).isFalse();
        assertThat(sources.unfinished()).isEqualTo(1);
    }

    @Test
    void theOldestFileIsTakenFirstAndByOneOnly() {
        sources.add(source("a"));
        now = now.plusSeconds(1);
        sources.add(source("b"));

        assertThat(sources.takeNext())
                .map(taken -> taken.document().id())
                .hasValue(source("a").id());
        assertThat(sources.takeNext())
                .map(taken -> taken.document().id())
                .hasValue(source("b").id());
        assertThat(sources.takeNext()).isEmpty();
    }

    @Test
    void manyTakersNeverTakeTheSameFile() throws InterruptedException {
        for (int i = 0; i < 40; i++) {
            sources.add(source("file " + i));
        }
        List<String> taken = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService takers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                takers.execute(() -> {
                    while (sources.takeNext()
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
        sources.add(source("a"));
        Leased<Source> dead = sources.takeNext().orElseThrow();
        now = now.plusSeconds(6);

        assertThat(sources.takeNext()).isPresent();
        assertThatThrownBy(() -> sources.countReading(dead.document(), dead.lease()))
                .isInstanceOf(LostLease.class);
    }

    @Test
    void aPostponedFileIsNotDueBefore() {
        sources.add(source("a"));
        try (var lease = sources.takeNext().orElseThrow().lease()) {
            sources.postpone(source("a"), lease, Duration.ofSeconds(30), "waits");
        }

        assertThat(sources.takeNext()).isEmpty();
        now = now.plusSeconds(30);
        assertThat(sources.takeNext()).isPresent();
    }

    @Test
    void anEndIsNotedOnceAndCanBeTakenBackOnlyByAPerson() {
        Source source = source("a");
        sources.add(source);
        sources.rejected(source.sourceId(), new Refusal("MOJIBAKE", "unreadable"));
        sources.published(source.sourceId(), new Changes(1, 0, 0, 0), null);

        Source rejected = sources.find(source.sourceId()).orElseThrow();
        assertThat(rejected.state()).isEqualTo(SourceState.REJECTED);
        assertThat(rejected.changes()).isNull();

        assertThat(sources.restart(source.sourceId(), "again")).isTrue();
        assertThat(sources.restart(source.sourceId(), "again")).isFalse();
        assertThat(sources.find(source.sourceId()).orElseThrow().steps())
                .extracting(Step::state)
                .containsExactly(SourceState.RECEIVED, SourceState.REJECTED, SourceState.RECEIVED);
    }

    private Source source(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Source.received("a.txt", new BlobReference(Sha256.of(bytes), bytes.length), now, "s", "c", false);
    }
}
