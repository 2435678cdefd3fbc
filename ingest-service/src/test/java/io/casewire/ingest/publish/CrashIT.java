package io.casewire.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.casewire.contracts.event.DocumentEvent.Changes;
import io.casewire.contracts.wire.WireJson;
import io.casewire.embedded.SharedStore;
import io.casewire.ingest.LineParser;
import io.casewire.ingest.blob.BlobReference;
import io.casewire.ingest.blob.Blobs;
import io.casewire.ingest.blob.Sha256;
import io.casewire.ingest.lease.Leases;
import io.casewire.ingest.parse.ParsedDocument;
import io.casewire.ingest.publish.PlanRunner.Events;
import io.casewire.ingest.source.Source;
import io.casewire.ingest.source.SourceState;
import io.casewire.ingest.source.Sources;
import io.casewire.messaging.Outgoing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Kafka dies at every point of a publication; what is sent in the end is the same. */
class CrashIT {
    private static final String FIRST = "title|T\ncase|1|trade|一|好\ncase|2|trade|二|好\n";
    private static final String SECOND = "title|T\ncase|1|finance|一|更好\ncase|2|trade|二|好\ncase|3|trade|三|好\n";

    private final MongoClient client = MongoClients.create(SharedStore.connectionString());
    private final List<String> sent = new ArrayList<>();
    private int sendingsUntilDeath = Integer.MAX_VALUE;
    private Instant now = Instant.parse("2026-11-21T08:00:00Z");
    private Sources sources;
    private Blobs blobs;
    private Publisher publisher;

    /** As if the process were killed here. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @BeforeEach
    void connect() {
        start(new MongoTemplate(client, SharedStore.uniqueName()));
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    private void start(MongoTemplate mongo) {
        Leases leases = new Leases(mongo, () -> now, Duration.ofSeconds(5));
        blobs = new Blobs(mongo);
        sources = new Sources(mongo, leases, () -> now);
        publisher = new Publisher(
                new Publications(mongo, leases),
                new PublishedRecords(mongo),
                sources,
                blobs,
                new Events(this::send, tombstone -> send(tombstone.topic() + " " + tombstone.key() + " gone")),
                () -> now);
    }

    @Test
    void withoutACrashEachRevisionIsSentOnce() {
        publish(FIRST);
        publish(SECOND);

        assertThat(sent).doesNotHaveDuplicates().hasSize(3 + 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aPublicationCutOffAnywhereSendsTheSameRevisionsWhenItIsTakenUp(int sendings) {
        publish(FIRST);
        Source second = received(SECOND);
        sendingsUntilDeath = sendings;
        Submission submission = submission(second, SECOND);
        if (sendings < 3) {
            assertThatThrownBy(() -> publisher.publish(submission)).isInstanceOf(Killed.class);
        } else {
            publisher.publish(submission);
        }
        now = now.plusSeconds(60);
        sendingsUntilDeath = Integer.MAX_VALUE;

        publisher.publish(submission);

        assertThat(new LinkedHashSet<>(sent))
                .as("repetitions are the very same bytes")
                .hasSize(3 + 4);
        Source through = sources.find(second.sourceId()).orElseThrow();
        assertThat(through.state()).isEqualTo(SourceState.PUBLISHED);
        assertThat(through.changes()).isEqualTo(new Changes(1, 1, 1, 0));
    }

    @Test
    void aCrashBetweenSendingAndNotingDoesNotLetAnotherFileTakeTheRevision() {
        publish(FIRST);
        sendingsUntilDeath = 1;
        Source killed = received(SECOND);
        assertThatThrownBy(() -> publisher.publish(submission(killed, SECOND))).isInstanceOf(Killed.class);
        now = now.plusSeconds(60);
        sendingsUntilDeath = Integer.MAX_VALUE;

        publish("title|T\ncase|1|finance|一|最好\ncase|2|trade|二|好\ncase|3|trade|三|好\n");

        assertThat(new LinkedHashSet<>(sent))
                .filteredOn(line -> line.contains(LineParser.caseId("T", "1").value() + "@"))
                .extracting(line -> line.substring(line.indexOf('@'), line.indexOf(' ', line.indexOf('@'))))
                .containsExactly("@1", "@2", "@3");
        assertThat(sources.find(killed.sourceId()).orElseThrow().state()).isEqualTo(SourceState.PUBLISHED);
    }

    @Test
    void aPlanNobodyComesBackForIsSettled() {
        sendingsUntilDeath = 0;
        Source source = received(FIRST);
        assertThatThrownBy(() -> publisher.publish(submission(source, FIRST))).isInstanceOf(Killed.class);
        now = now.plusSeconds(60);
        sendingsUntilDeath = Integer.MAX_VALUE;

        assertThat(publisher.settleOne()).isTrue();
        assertThat(publisher.settleOne()).isFalse();

        assertThat(sources.find(source.sourceId()).orElseThrow().state()).isEqualTo(SourceState.PUBLISHED);
    }

    @Test
    void anOlderFileDoesNotBringOldContentBack() {
        Source older = received(FIRST);
        publish(SECOND);
        int before = sent.size();

        publisher.publish(submission(older, FIRST));

        assertThat(sent).hasSize(before);
        assertThat(sources.find(older.sourceId()).orElseThrow().state()).isEqualTo(SourceState.PUBLISHED);
    }

    private void publish(String text) {
        publisher.publish(submission(received(text), text));
    }

    private Source received(String text) {
        now = now.plusSeconds(1);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Source source = Source.received(
                "a.txt", new BlobReference(Sha256.of(bytes), bytes.length), now, "test", "correlation", false);
        sources.add(source);
        return source;
    }

    private static Submission submission(Source source, String text) {
        ParsedDocument parsed = new LineParser().parse(text.getBytes(StandardCharsets.UTF_8), "a.txt");
        return new Submission(source, parsed.document(), parsed.records());
    }

    private void send(List<? extends Outgoing<?>> events) {
        if (sendingsUntilDeath-- <= 0) {
            // some of a batch may have left before the process died
            line(events.getFirst());
            throw new Killed();
        }
        events.forEach(this::line);
    }

    private void send(String line) {
        if (sendingsUntilDeath-- <= 0) {
            throw new Killed();
        }
        sent.add(line);
    }

    private void line(Outgoing<?> event) {
        sent.add("%s %s %s %s"
                .formatted(
                        event.topic().name(),
                        event.envelope().id(),
                        Objects.requireNonNull(event.envelope().time()),
                        WireJson.mapper().writeValueAsString(event.envelope().event())));
    }
}
