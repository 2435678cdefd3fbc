package io.casewire.benchmarks.faults;

import io.casewire.benchmarks.catalogue.InventedCases;
import io.casewire.benchmarks.program.Program;
import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.TopicSettings;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.Envelope;
import io.casewire.contracts.wire.EventCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** F1: the broker is killed while batches are under way, and comes back on the same folder and port. */
final class BrokerKilled {
    private static final int KILLS = 3;
    private static final Duration AWAY = Duration.ofSeconds(2);
    /** A pause after so many events, so that kills come between batches and within them. */
    private static final int BURST = 50;

    private final Path folder;
    private final int events;
    private final InventedCases cases = new InventedCases(1);
    private final History history = new History();

    BrokerKilled(Path folder, int events) {
        this.folder = folder;
        this.events = events;
    }

    Outcome run() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Program broker = LoneBroker.start(folder, 0);
        int port = Integer.parseInt(broker.told());
        String address = LoneBroker.address(broker.told());
        createTopics(address);
        try (KafkaProducer<String, byte[]> producer = producer(address)) {
            int killed = 0;
            for (int number = 0; number < events; number++) {
                send(producer, cases.event(number));
                if (number % BURST == BURST - 1) {
                    Thread.sleep(10);
                }
                if (number == (killed + 1) * events / (KILLS + 1) && killed < KILLS) {
                    broker.kill();
                    killed++;
                    Thread.sleep(AWAY);
                    broker = LoneBroker.start(folder, port);
                }
            }
        }
        TopicReader.read(address, Topics.cases().stream().map(Topic::name).toList(), history);
        broker.close();
        return Outcome.of(Fault.F1, history, Set.of(Promise.EVERY, Promise.ONCE), begun, List.of());
    }

    /** As the services publish: acknowledged by all, and repeated by the client without a second record. */
    private static KafkaProducer<String, byte[]> producer(String address) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        address,
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "linger.ms",
                        5,
                        "delivery.timeout.ms",
                        180_000),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private void send(KafkaProducer<String, byte[]> producer, Envelope<CaseEvent> event) {
        history.sent(event.id());
        Future<RecordMetadata> _ = producer.send(
                EventCodec.encode(Topics.cases(event.event().content().firstDomain()), event), (_, failure) -> {
                    if (failure == null) {
                        history.acknowledged(event.id());
                    }
                });
    }

    private static void createTopics(String address) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            admin.createTopics(Topics.cases().stream()
                            .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1)
                                    .configs(TopicSettings.keeping(null)))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker makes no topics", e.getCause());
        }
    }
}
