package io.casewire.catalog;

import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.event.CaseEvent.CasePublished;
import io.casewire.contracts.event.CaseEvent.CaseRevised;
import io.casewire.contracts.event.CaseEvent.CaseWithdrawn;
import io.casewire.contracts.event.Event;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.Envelope;
import io.casewire.contracts.wire.EventCodec;
import io.casewire.embedded.SharedKafka;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes to the topics as ingest would, and as nobody should. */
public final class Wire implements AutoCloseable {
    private static final URI SOURCE = URI.create("/casewire/test");

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of(
                    ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    SharedKafka.bootstrapServers(),
                    ProducerConfig.ACKS_CONFIG,
                    "all"),
            new StringSerializer(),
            new ByteArraySerializer());
    private final List<Future<RecordMetadata>> pending = new ArrayList<>();

    public Wire() {}

    /** Publishes that revision of the case; the first as published, others as revised. */
    public Wire tell(CaseRecord content, long revision) {
        return tell(content, revision, CaseDraft.MORNING.plusSeconds(revision));
    }

    public Wire tell(CaseRecord content, long revision, Instant time) {
        var document = CaseDraft.document("报告", "2025-06-01");
        CaseEvent event = revision == 1
                ? new CasePublished(content, revision, document)
                : new CaseRevised(content, revision, document);
        return tell(Topics.cases(content.firstDomain()), event, time);
    }

    public Wire withdraw(CaseRecord content, long revision, String reason) {
        var document = CaseDraft.document("报告", "2025-06-01");
        return tell(
                Topics.cases(content.firstDomain()),
                (CaseEvent) new CaseWithdrawn(content, revision, document, reason),
                CaseDraft.MORNING.plusSeconds(revision));
    }

    public <E extends Event> Wire tell(Topic<? super E> topic, E event, Instant time) {
        return send(
                EventCodec.encode(topic, new Envelope<>(event, event.eventId(), SOURCE, time, time, "test", false)));
    }

    /** Sends any record. */
    public Wire send(ProducerRecord<String, byte[]> record) {
        pending.add(producer.send(record));
        return this;
    }

    /** Waits for all acknowledgements. */
    public void flush() {
        producer.flush();
        for (Future<RecordMetadata> sent : pending) {
            try {
                sent.get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException("Kafka did not take a record", e);
            }
        }
        pending.clear();
    }

    @Override
    public void close() {
        flush();
        producer.close();
    }
}
