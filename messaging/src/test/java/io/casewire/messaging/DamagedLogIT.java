package io.casewire.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.OperatingSystemMXBean;
import io.casewire.contracts.event.LinkEvent;
import io.casewire.contracts.event.LinkEvent.LinkProposed;
import io.casewire.contracts.event.TaskEvent;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.Envelope;
import io.casewire.embedded.EmbeddedKafka;
import io.casewire.embedded.SharedStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** Bytes of a segment change on the disk while the broker is stopped. */
@ExtendWith(OutputCaptureExtension.class)
class DamagedLogIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int COUNT = 12;
    private static final String LINKS = Topics.LINK.name();

    @TempDir
    private Path directory;

    private int port;

    @Test
    void waitsBeforeADamagedRecordDownAndQuietWhileOtherPartitionsGoOn(CapturedOutput log) throws IOException {
        publishThenDamage(segment -> segment.flipRecords(5));

        try (EmbeddedKafka _ = EmbeddedKafka.start(directory, port);
                ConfigurableApplicationContext service = service()) {
            Heard heard = service.getBean(Heard.class);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(health(service).getStatus()).isEqualTo(Status.DOWN));
            assertThat(health(service).getDetails())
                    .extractingByKey("unreadable")
                    .asString()
                    .contains("damaged-links cannot read casewire.link/0@5", "Record is corrupt");
            assertThat(heard.links).containsExactlyElementsOf(names(0, 5));
            assertThat(gauge(service)).isEqualTo(1);

            long lines = log.toString().lines().count();
            long busy = processorTime();
            publish(service, List.of("task"), true);
            await().atMost(SOON).untilAsserted(() -> assertThat(heard.tasks).hasSize(1));
            await().during(Duration.ofSeconds(6))
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(health(service).getStatus()).isEqualTo(Status.DOWN));

            assertThat(log.toString().lines().count() - lines).isLessThan(20);
            assertThat(Duration.ofNanos(processorTime() - busy)).isLessThan(Duration.ofSeconds(5));
            assertThat(log.toString().lines().filter(line -> line.contains("damaged-links cannot read")))
                    .singleElement()
                    .asString()
                    .contains("casewire.link/0@5");
        }
    }

    @Test
    void leavesOutWhatAnOperatorGaveUpAndRecordsIt() throws IOException {
        publishThenDamage(segment -> segment.flipRecords(5));

        try (EmbeddedKafka _ = EmbeddedKafka.start(directory, port);
                ConfigurableApplicationContext service =
                        service("casewire.messaging.skip-unreadable=casewire.task/0@3,casewire.link/0@5")) {
            Heard heard = service.getBean(Heard.class);
            List<String> readable = new ArrayList<>(names(0, 5));
            readable.addAll(names(6, COUNT));
            await().atMost(SOON).untilAsserted(() -> assertThat(heard.links).containsExactlyElementsOf(readable));
            assertThat(health(service).getStatus()).isEqualTo(Status.UP);
            assertThat(deadLetters()).singleElement().satisfies(letter -> assertThat(
                            Arrays.stream(letter.headers().toArray())
                                    .map(header -> new String(header.value(), StandardCharsets.UTF_8)))
                    .contains("5", "damaged-links", LINKS)
                    .anyMatch(value -> value.contains("skip-unreadable")));
        }
    }

    @Test
    void leavesOutTheWholeOfADamagedBatch() throws IOException {
        publishThenDamage(true, segment -> segment.flipRecords(2));

        try (EmbeddedKafka _ = EmbeddedKafka.start(directory, port);
                ConfigurableApplicationContext service =
                        service("casewire.messaging.skip-unreadable=casewire.link/0@0")) {
            publish(service, names(100, 103), false);

            Heard heard = service.getBean(Heard.class);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(heard.links).containsExactlyElementsOf(names(100, 103)));
            assertThat(deadLetters()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5})
    void namesAPlaceThatTheBrokerItselfCannotReadAndStopsAskingForIt(int compression, CapturedOutput log)
            throws IOException {
        publishThenDamage(segment -> segment.changeFormat(0, compression));

        try (EmbeddedKafka _ = EmbeddedKafka.start(directory, port);
                ConfigurableApplicationContext service = service()) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(health(service).getDetails().get("unreadable"))
                            .asString()
                            .contains("casewire.link/0@0"));
            assertThat(health(service).getStatus()).isEqualTo(Status.DOWN);

            // the poll that is under way ends first; a client that went on asking would write some hundred lines a
            // second
            AtomicLong lines = new AtomicLong();
            await().pollInterval(Duration.ofSeconds(3)).atMost(SOON).until(() -> {
                long now = log.toString().lines().count();
                return now - lines.getAndSet(now) < 100;
            });
            assertThat(health(service).getStatus()).isEqualTo(Status.DOWN);
        }
    }

    @Test
    void namesAPlaceWhereTheBrokerHandsOutNothing() throws IOException {
        publishThenDamage(segment -> segment.flipLength(5));

        try (EmbeddedKafka _ = EmbeddedKafka.start(directory, port);
                ConfigurableApplicationContext service = service()) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(health(service).getDetails().get("unreadable"))
                            .asString()
                            .contains("casewire.link/0@5"));
            assertThat(service.getBean(Heard.class).links).containsExactlyElementsOf(names(0, 5));
        }
    }

    private void publishThenDamage(Damage damage) throws IOException {
        publishThenDamage(false, damage);
    }

    private void publishThenDamage(boolean inOneBatch, Damage damage) throws IOException {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory)) {
            port = kafka.port();
            try (ConfigurableApplicationContext service =
                    service("spring.kafka.producer.properties.linger.ms=500", "casewire.messaging.group=earlier")) {
                List<String> names = names(0, COUNT);
                if (inOneBatch) {
                    publish(service, names, false);
                } else {
                    names.forEach(name -> publish(service, List.of(name), false));
                }
            }
        }
        damage.to(Segment.first(directory, LINKS, 0));
    }

    private ConfigurableApplicationContext service(String... properties) {
        List<String> all = new ArrayList<>(List.of(
                "spring.kafka.bootstrap-servers=127.0.0.1:" + port,
                "spring.mongodb.uri=" + SharedStore.freshDatabase(),
                "casewire.messaging.group=damaged",
                "casewire.messaging.retry-initial=100ms",
                "casewire.messaging.retry-max=2s",
                "casewire.messaging.lag-interval=5s",
                // the broker tells each of hundreds of requests with its stack
                "logging.level.kafka.server.ReplicaManager=OFF",
                "logging.level.root=WARN"));
        all.addAll(List.of(properties));
        return new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .run(all.stream().map(property -> "--" + property).toArray(String[]::new));
    }

    private static void publish(ConfigurableApplicationContext service, List<String> names, boolean asTask) {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        service.getBean(EventPublisher.class)
                .publishAll(names.stream()
                        .<Outgoing<?>>map(name -> asTask
                                ? new Outgoing<>(
                                        Topics.TASK,
                                        Envelope.now(Tasks.published(name), URI.create("/t"), now, "c", false))
                                : new Outgoing<LinkEvent>(
                                        Topics.LINK,
                                        Envelope.now(
                                                new LinkProposed(Links.named(name), 1),
                                                URI.create("/t"),
                                                now,
                                                "c",
                                                false)))
                        .toList());
    }

    private static List<String> names(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "link-" + i).toList();
    }

    private static Health health(ConfigurableApplicationContext service) {
        return service.getBean(ListenerHealth.class).health();
    }

    private static double gauge(ConfigurableApplicationContext service) {
        return service.getBean(MeterRegistry.class)
                .get("casewire.events.unreadable")
                .tag("group", "damaged-links")
                .gauge()
                .value();
    }

    private List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", "127.0.0.1:" + port),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(Topics.LINK.deadLetterName(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
        }
        return found;
    }

    private static long processorTime() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private interface Damage {
        void to(Segment segment) throws IOException;
    }

    /** What a service under test heard. */
    static final class Heard {
        private final List<String> links = new CopyOnWriteArrayList<>();
        private final List<String> tasks = new CopyOnWriteArrayList<>();
    }

    @EnableAutoConfiguration
    static class Service {
        @Bean
        Heard heard() {
            return new Heard();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        EventListener<LinkEvent> links(Heard heard) {
            return EventListener.batch(
                    "links",
                    List.of(Topics.LINK),
                    batch -> batch.forEach(received -> {
                        if (received.envelope() != null) {
                            heard.links.add(
                                    Links.name(received.envelope().event().link()));
                        }
                    }));
        }

        @Bean
        EventListener<TaskEvent> tasks(Heard heard) {
            return EventListener.batch(
                    "tasks", List.of(Topics.TASK), batch -> batch.forEach(received -> heard.tasks.add(received.key())));
        }
    }
}
