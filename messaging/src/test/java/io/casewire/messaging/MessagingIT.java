package io.casewire.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.casewire.contracts.event.LinkEvent;
import io.casewire.contracts.event.LinkEvent.Link;
import io.casewire.contracts.event.LinkEvent.LinkProposed;
import io.casewire.contracts.id.LinkId;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.Envelope;
import io.casewire.contracts.wire.EventCodec;
import io.casewire.embedded.SharedKafka;
import io.casewire.embedded.SharedStore;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "casewire.messaging.group=messaging-it",
            "casewire.messaging.retry-initial=100ms",
            "casewire.messaging.relay-interval=200ms"
        })
class MessagingIT {
    private static final URI SOURCE = URI.create("/casewire/test");
    private static final Duration SOON = Duration.ofSeconds(40);

    @Autowired
    private EventPublisher publisher;

    @Autowired
    private Ear ear;

    @Autowired
    private ListenerHealth health;

    @Autowired
    private MongoTemplate store;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        registry.add("spring.kafka.bootstrap-servers", SharedKafka::bootstrapServers);
        registry.add("spring.mongodb.uri", SharedStore::freshDatabase);
    }

    @BeforeEach
    void forget() {
        ear.forget();
    }

    @Test
    void handsOverWhatWasPublishedInOrder() {
        List<String> names = names("order", 300);

        publisher.publishAll(names.stream().map(MessagingIT::outgoing).toList());

        await().atMost(SOON).untilAsserted(() -> assertThat(ear.heard).containsExactlyElementsOf(names));
    }

    @Test
    void deadLettersWhatCannotBeReadOnceWithRawBytesAndGoesOnWithTheNeighbours() throws Exception {
        List<String> names = names("neighbour", 50);
        publisher.publishAll(
                names.subList(0, 25).stream().map(MessagingIT::outgoing).toList());
        sendRaw("poison-key", "no event");
        publisher.publishAll(
                names.subList(25, 50).stream().map(MessagingIT::outgoing).toList());

        await().atMost(SOON).untilAsserted(() -> assertThat(ear.heard).containsExactlyElementsOf(names));
        List<ConsumerRecord<String, byte[]>> letters = deadLetters("poison-key");
        assertThat(letters).hasSize(1);
        assertThat(new String(letters.getFirst().value(), StandardCharsets.UTF_8))
                .isEqualTo("no event");
        assertThat(text(letters.getFirst(), "dlt_reason")).contains(Topics.LINK.name());
        assertThat(text(letters.getFirst(), "dlt_topic")).isEqualTo(Topics.LINK.name());
    }

    @Test
    void deadLettersOnlyTheEventTheHandlerRejects() {
        List<String> names = names("verdict", 20);
        ear.reject.add("verdict-7");

        publisher.publishAll(names.stream().map(MessagingIT::outgoing).toList());

        await().atMost(SOON).untilAsserted(() -> assertThat(ear.heard).hasSize(19));
        assertThat(ear.heard).doesNotContain("verdict-7");
        assertThat(deadLetters(link("verdict-7").id().value())).hasSize(1);
    }

    @Test
    void deadLettersOnlyTheEventThatShowsABug() {
        List<String> names = names("bug", 20);
        ear.bug.add("bug-3");

        publisher.publishAll(names.stream().map(MessagingIT::outgoing).toList());

        await().atMost(SOON).untilAsserted(() -> assertThat(ear.heard).hasSize(19));
        assertThat(deadLetters(link("bug-3").id().value())).hasSize(1);
    }

    @Test
    void deadLettersWhatBreaksTheRulesOfEventsWithTheReason() throws Exception {
        sendChanged("rule-revision", "\"revision\":1", "\"revision\":-1");
        sendChanged("rule-length", "[\"rule-length\"]", "[\"" + "长".repeat(1_000_001) + "\"]");
        sendChanged("rule-number", "\"confidence\":0.5", "\"confidence\":5e300");
        publisher.publish(outgoing("rule-fine").topic(), outgoing("rule-fine").envelope());

        await().atMost(SOON).untilAsserted(() -> assertThat(ear.heard).containsExactly("rule-fine"));
        assertThat(reason("rule-revision")).contains("ce_id is");
        assertThat(reason("rule-length")).contains("link.reasons[0] has 1000001 characters");
        assertThat(reason("rule-number")).contains("link.confidence is 5.0E300");
    }

    @Test
    void publishesNothingThatReadersWouldReject() {
        Outgoing<LinkEvent> invalid = new Outgoing<>(
                Topics.LINK,
                Envelope.now(new LinkProposed(link("invalid"), -1), SOURCE, Instant.EPOCH, "correlation", false));

        assertThatThrownBy(() -> publisher.publishAll(List.of(outgoing("valid"), invalid)))
                .isInstanceOf(PublishRefused.class)
                .hasMessageContaining("revision is -1");
        assertThatThrownBy(() -> Outbox.pending(invalid)).isInstanceOf(PublishRefused.class);
        assertThatThrownBy(() -> publisher.tombstone(Topics.LINK, "gone")).isInstanceOf(PublishRefused.class);
        publisher.publishAll(List.of(outgoing("after")));
        await().atMost(SOON).untilAsserted(() -> assertThat(ear.heard).containsExactly("after"));
    }

    @Test
    void waitsForTheStoreWithoutDeadLettersAndLosesNothing() {
        List<String> names = names("away", 20);
        ear.storeAwayFor = 5;

        publisher.publishAll(names.stream().map(MessagingIT::outgoing).toList());

        await().atMost(SOON).untilAsserted(() -> assertThat(ear.heard).containsExactlyElementsOf(names));
        assertThat(deadLetters(link("away-0").id().value())).isEmpty();
    }

    @Test
    void startsAListenerAgainThatAnErrorStoppedAndIsUnhealthyMeanwhile() {
        ear.error.add("error-1");

        publisher.publishAll(List.of(outgoing("error-1")));

        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> health.health().getStatus().equals(Status.DOWN));
        await().atMost(SOON).untilAsserted(() -> assertThat(ear.heard).contains("error-1"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(health.health().getStatus()).isEqualTo(Status.UP));
    }

    @Test
    void handsOverTombstones() {
        String key = LinkId.derive("gone").value();
        publisher.tombstone(Topics.LINK, key);

        await().atMost(SOON).untilAsserted(() -> assertThat(ear.gone).contains(key));
    }

    @Test
    void relaysWhatACrashLeftInTheOutboxInOrderAndClearsIt() {
        store.getCollection("things")
                .insertOne(new Document("_id", "t1")
                        .append(Outbox.FIELD, Outbox.pending(outgoing("outbox-1"), outgoing("outbox-2"))));

        await().atMost(SOON).untilAsserted(() -> assertThat(ear.heard).containsExactly("outbox-1", "outbox-2"));
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        store.getCollection("things").countDocuments(new Document(Outbox.FIELD, List.of())))
                .isEqualTo(1));
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + '-' + i).toList();
    }

    private static Link link(String name) {
        return Links.named(name);
    }

    private static Outgoing<LinkEvent> outgoing(String name) {
        return new Outgoing<>(
                Topics.LINK,
                Envelope.now(new LinkProposed(link(name), 1), SOURCE, Instant.EPOCH, "correlation", false));
    }

    private static void sendRaw(String key, String value) throws Exception {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", SharedKafka.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.LINK.name(), key, value.getBytes(StandardCharsets.UTF_8)))
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private static void sendChanged(String name, String part, String changed) throws Exception {
        Outgoing<LinkEvent> valid = outgoing(name);
        ProducerRecord<String, byte[]> record = EventCodec.encode(Topics.LINK, valid.envelope());
        String json = new String(record.value(), StandardCharsets.UTF_8);
        assertThat(json).contains(part);
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", SharedKafka.bootstrapServers(), "max.request.size", 4_000_000),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            record.topic(),
                            null,
                            record.key(),
                            json.replace(part, changed).getBytes(StandardCharsets.UTF_8),
                            record.headers()))
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private static String reason(String name) {
        return text(deadLetters(link(name).id().value()).getFirst(), "dlt_reason");
    }

    private static List<ConsumerRecord<String, byte[]>> deadLetters(String key) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", SharedKafka.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Topics.LINK.deadLetterName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (key.equals(record.key())) {
                        found.add(record);
                    }
                });
            }
        }
        return found;
    }

    private static String text(ConsumerRecord<String, byte[]> record, String header) {
        return new String(record.headers().lastHeader(header).value(), StandardCharsets.UTF_8);
    }

    /** A handler that remembers what it heard and fails as it is told. */
    static final class Ear implements EventHandler<LinkEvent> {
        private final List<String> heard = new CopyOnWriteArrayList<>();
        private final List<String> gone = new CopyOnWriteArrayList<>();
        private final Set<String> reject = ConcurrentHashMap.newKeySet();
        private final Set<String> bug = ConcurrentHashMap.newKeySet();
        private final Set<String> error = ConcurrentHashMap.newKeySet();
        private volatile int storeAwayFor;

        void forget() {
            heard.clear();
            gone.clear();
        }

        @Override
        public synchronized void on(List<Received<LinkEvent>> batch) {
            List<String> names = new ArrayList<>();
            for (Received<LinkEvent> received : batch) {
                Envelope<LinkEvent> envelope = received.envelope();
                if (envelope == null) {
                    gone.add(received.key());
                    continue;
                }
                String name = Links.name(envelope.event().link());
                if (reject.contains(name)) {
                    throw new RejectedEvent(received, "told to");
                }
                if (bug.contains(name)) {
                    throw new IllegalStateException("a bug");
                }
                if (error.remove(name)) {
                    throw new AssertionError("an error that is no exception");
                }
                names.add(name);
            }
            if (storeAwayFor > 0) {
                storeAwayFor--;
                throw new DataAccessResourceFailureException("the store is away");
            }
            heard.addAll(names);
        }
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Application {
        @Bean
        Ear ear() {
            return new Ear();
        }

        @Bean
        EventListener<LinkEvent> links(Ear ear) {
            return EventListener.batch("links", List.of(Topics.LINK), ear);
        }

        @Bean
        OutboxRelay things(MongoTemplate store, EventPublisher publisher, MessagingSettings settings) {
            return new OutboxRelay(store, "things", publisher, settings.relayInterval());
        }
    }
}
