package io.casewire.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.event.CaseEvent.CasePublished;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.event.ObligationEvent.ObligationAssuranceChanged;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.DocumentId;
import io.casewire.contracts.id.SourceId;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.DomainSource;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.Topics;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class EventCodecTests {
    private static final Topic<CaseEvent> TRADE = Topics.cases(Domain.TRADE);
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.089Z");

    @Test
    void readsBackWhatItWrote() {
        Envelope<CaseEvent> sent = envelope();

        assertThat(EventCodec.decode(TRADE, received(EventCodec.encode(TRADE, sent))))
                .isEqualTo(sent);
    }

    @Test
    void writesCloudEventsBinaryModeHeadersThatAStrangerCanRead() {
        ProducerRecord<String, byte[]> sent = EventCodec.encode(TRADE, envelope());

        assertThat(header(sent, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(sent, "ce_type")).isEqualTo("casewire.case.published.v1");
        assertThat(header(sent, "ce_id")).isEqualTo(sent.key() + "@1");
        assertThat(header(sent, "ce_time")).isEqualTo("2026-03-04T05:06:07.089Z");
        assertThat(header(sent, "ce_recordedtime")).isEqualTo("2026-03-04T05:06:07.089Z");
        assertThat(header(sent, "ce_correlationid")).isEqualTo("upload-1");
        assertThat(header(sent, "ce_backfill")).isEqualTo("true");
        assertThat(header(sent, "content-type")).isEqualTo("application/json");
        assertThat(new String(sent.value(), StandardCharsets.UTF_8)).contains("\"title\":\"口岸“一箱制”通关\"");
    }

    @Test
    void readsObligationsUnderTheNamesTheyHadBeforeTheFirstRelease() {
        ObligationEvent event = Examples.all().stream()
                .flatMap(example ->
                        example instanceof ObligationAssuranceChanged changed ? Stream.of(changed) : Stream.of())
                .findFirst()
                .orElseThrow();
        ProducerRecord<String, byte[]> sent = EventCodec.encode(
                Topics.OBLIGATION, Envelope.now(event, URI.create("/casewire/replication"), NOW, "upload-1", false));
        String former = new String(sent.value(), StandardCharsets.UTF_8)
                .replace("\"assurance\"", "\"claim\"")
                .replace("\"ORIGIN\"", "\"SOURCE\"");
        ProducerRecord<String, byte[]> older = new ProducerRecord<>(
                sent.topic(), null, sent.key(), former.getBytes(StandardCharsets.UTF_8), sent.headers());
        older.headers()
                .remove("ce_type")
                .add("ce_type", "casewire.obligation.claim-changed.v1".getBytes(StandardCharsets.UTF_8));

        assertThat(former).contains("\"claim\":");
        assertThat(EventCodec.decode(Topics.OBLIGATION, received(older)).event())
                .isEqualTo(event);
        assertThat(WireJson.mapper().readValue("\"SOURCE\"", ObligationEvent.Role.class))
                .isEqualTo(ObligationEvent.Role.ORIGIN);
    }

    @Test
    void refusesAnEventOfAnotherTopic() {
        ProducerRecord<String, byte[]> sent = EventCodec.encode(TRADE, envelope());

        assertThatThrownBy(() -> EventCodec.decode(Topics.TASK, received(sent)))
                .isInstanceOf(UndecodableEvent.class)
                .hasMessageContaining("casewire.task");
    }

    @Test
    void refusesAKeyThatIsNotTheEventsOwn() {
        ProducerRecord<String, byte[]> sent = EventCodec.encode(TRADE, envelope());
        ConsumerRecord<String, byte[]> forged = new ConsumerRecord<>(TRADE.name(), 0, 0, "case-other", sent.value());
        sent.headers().forEach(forged.headers()::add);

        assertThatThrownBy(() -> EventCodec.decode(TRADE, forged)).isInstanceOf(UndecodableEvent.class);
    }

    @Test
    void refusesBrokenJsonAndBareRecords() {
        ProducerRecord<String, byte[]> sent = EventCodec.encode(TRADE, envelope());
        ConsumerRecord<String, byte[]> broken =
                new ConsumerRecord<>(TRADE.name(), 0, 0, sent.key(), "{\"case\":".getBytes(StandardCharsets.UTF_8));
        sent.headers().forEach(broken.headers()::add);
        ConsumerRecord<String, byte[]> bare =
                new ConsumerRecord<>(TRADE.name(), 0, 0, "k", "not json".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> EventCodec.decode(TRADE, broken)).isInstanceOf(UndecodableEvent.class);
        assertThatThrownBy(() -> EventCodec.decode(TRADE, bare)).isInstanceOf(UndecodableEvent.class);
    }

    private static Envelope<CaseEvent> envelope() {
        CaseRecord reform = new CaseRecord(
                CaseId.derive("doc", "口岸“一箱制”通关"),
                1,
                "口岸“一箱制”通关",
                null,
                "贸易便利化",
                List.of(Domain.TRADE),
                DomainSource.PRINTED,
                1,
                List.of("湖南自贸试验区"),
                List.of(),
                List.of("某海关"),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                List.of("附件"),
                new LineRange(3, 9));
        DocumentReference document = new DocumentReference(
                DocumentId.derive("某文〔2025〕1号"),
                SourceId.ofSha256("ab".repeat(32)),
                "通知",
                "某文〔2025〕1号",
                null,
                "2025-01",
                Genre.ACHIEVEMENT_TABLE);
        return Envelope.now(
                new CasePublished(reform, 1, document), URI.create("/casewire/ingest"), NOW, "upload-1", true);
    }

    private static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> sent) {
        ConsumerRecord<String, byte[]> received = new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
        sent.headers().forEach(received.headers()::add);
        return received;
    }

    private static String header(ProducerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
