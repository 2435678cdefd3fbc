package io.casewire.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewire.embedded.SharedKafka;
import io.casewire.embedded.SharedStore;
import io.casewire.messaging.trace.TraceSettings;
import io.casewire.messaging.trace.Traces;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

class EventPublisherIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    /** Longer than a test lasts that does not wait for it. */
    private static final int LINGER_MS = 20_000;

    @Test
    void aFailureLeavesNothingUnderWay() throws ExecutionException, InterruptedException {
        String topic = topic();
        DefaultKafkaProducerFactory<String, byte[]> producers =
                producers(SharedKafka.bootstrapServers(), Map.of(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2_000));
        try {
            EventPublisher publisher = publisher(producers);

            assertThatThrownBy(() -> publisher.send(List.of(record(topic, 100), record(topic, 5_000))))
                    .isInstanceOf(PublishRefused.class);

            assertThat(end(topic)).isOne();
        } finally {
            producers.destroy();
        }
    }

    @Test
    void aRelayEndsWhileTheBrokerIsAway() throws Exception {
        DefaultKafkaProducerFactory<String, byte[]> producers = producers("127.0.0.1:" + freePort(), Map.of());
        SimpleMongoClientDatabaseFactory database = new SimpleMongoClientDatabaseFactory(SharedStore.freshDatabase());
        try {
            MongoTemplate store = new MongoTemplate(database);
            store.insert(
                    new Document("_id", "owner")
                            .append(
                                    Outbox.FIELD,
                                    List.of(new Document("id", new ObjectId())
                                            .append("topic", "away")
                                            .append("key", "k")
                                            .append("value", new Binary(new byte[100]))
                                            .append("headers", List.of())
                                            .append("at", Date.from(Instant.EPOCH)))),
                    "owners");
            OutboxRelay relay = new OutboxRelay(store, "owners", publisher(producers), Duration.ofSeconds(1));
            relay.afterPropertiesSet();
            Awaitility.await().until(() -> isSending());

            long begun = System.nanoTime();
            relay.destroy();

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
            assertThat(isSending()).isFalse();
        } finally {
            producers.setPhysicalCloseTimeout(0);
            producers.destroy();
            database.destroy();
        }
    }

    private static EventPublisher publisher(DefaultKafkaProducerFactory<String, byte[]> producers) {
        return new EventPublisher(
                new KafkaTemplate<>(producers),
                TIMEOUT,
                new SimpleMeterRegistry(),
                Traces.of(new TraceSettings(null, 1), "messaging"));
    }

    private static DefaultKafkaProducerFactory<String, byte[]> producers(String brokers, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.LINGER_MS_CONFIG,
                LINGER_MS,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                TIMEOUT.toMillis()));
        settings.putAll(more);
        return new DefaultKafkaProducerFactory<>(settings);
    }

    private static ProducerRecord<String, byte[]> record(String topic, int bytes) {
        return new ProducerRecord<>(topic, "key", new byte[bytes]);
    }

    private static boolean isSending() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().equals("outbox-owners"))
                .flatMap(thread -> Arrays.stream(thread.getValue()))
                .anyMatch(frame -> frame.getClassName().equals(KafkaProducer.class.getName()));
    }

    private static String topic() throws ExecutionException, InterruptedException {
        String topic = "publisher-" + UUID.randomUUID();
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
        return topic;
    }

    private static long end(String topic) throws ExecutionException, InterruptedException {
        TopicPartition partition = new TopicPartition(topic, 0);
        try (Admin admin = admin()) {
            return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", SharedKafka.bootstrapServers()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
