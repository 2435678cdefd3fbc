package io.casewire.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewire.cli.setup.SetUpCommand;
import io.casewire.contracts.topic.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker with the settings, accounts and rights of a deployment refuses what a service has no business with. */
class RightsIT {
    private static final String CASES = Topics.cases().getFirst().name();
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private static Path folder;

    private static DeployedBroker broker;

    @BeforeAll
    static void setUp() throws IOException, InterruptedException {
        broker = DeployedBroker.start(folder.resolve("deployment"));
        assertThat(SetUpCommand.run(broker.setUpSecrets(), false)).isTrue();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        broker.close();
    }

    @Test
    void ingestPublishesCases() {
        assertThatCode(() -> publish("ingest", CASES)).doesNotThrowAnyException();
    }

    @Test
    void notifyCannotPublishACaseButItsOwnReports() {
        assertThatThrownBy(() -> publish("notify", CASES)).hasCauseInstanceOf(TopicAuthorizationException.class);
        assertThatCode(() -> publish("notify", Topics.DELIVERY.name())).doesNotThrowAnyException();
    }

    @Test
    void whoReadsATopicKeepsItsDeadLetters() {
        assertThatCode(() -> publish("catalog", Topics.cases().getFirst().deadLetterName()))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> publish("catalog", CASES)).hasCauseInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void whoReadsATopicReadsItsDeadLettersAndNoOthers() throws IOException {
        assertThatCode(() -> read(
                        "catalog",
                        "casewire-catalog-cases",
                        Topics.cases().getFirst().deadLetterName()))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> read("catalog", "casewire-catalog-cases", Topics.DELIVERY.deadLetterName()))
                .isInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void aServiceReadsInItsOwnGroupsOnly() throws IOException {
        assertThatCode(() -> read("catalog", "casewire-catalog-cases", CASES)).doesNotThrowAnyException();
        assertThatThrownBy(() -> read("catalog", "casewire-notify-cases", CASES))
                .isInstanceOf(GroupAuthorizationException.class);
        assertThatThrownBy(() -> read("catalog", "casewire-catalog-cases", Topics.DELIVERY.name()))
                .isInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void aWrongPasswordIsRefused() throws IOException {
        Map<String, Object> stranger = broker.client("ingest");
        stranger.put(
                "sasl.jaas.config",
                String.valueOf(stranger.get("sasl.jaas.config")).replaceAll("password=\".", "password=\"~"));
        try (Admin admin = Admin.create(stranger)) {
            assertThatThrownBy(() -> admin.listTopics().names().get(SOON.toSeconds(), TimeUnit.SECONDS))
                    .hasCauseInstanceOf(SaslAuthenticationException.class);
        }
    }

    @Test
    void aSecondSetUpChangesNothingAndAShorterRetentionIsNotTakenSilently()
            throws IOException, ExecutionException, InterruptedException {
        assertThat(SetUpCommand.run(broker.setUpSecrets(), false)).isTrue();
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.LINK.name());
        try (Admin admin = Admin.create(broker.administrator())) {
            admin.incrementalAlterConfigs(Map.of(
                            topic,
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("retention.ms", "86400000"), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();

            assertThat(SetUpCommand.run(broker.setUpSecrets(), false)).isFalse();
            assertThat(retention(admin, topic)).isEqualTo("86400000");

            assertThat(SetUpCommand.run(broker.setUpSecrets(), true)).isTrue();
            assertThat(retention(admin, topic)).isEqualTo("-1");
        }
    }

    @Test
    void partitionsAreRaisedByAnOperatorOnly() throws IOException, InterruptedException {
        int enough = Topics.LINK.partitions();
        String name = Topics.LINK.name();

        assertThat(SetUpCommand.run(broker.setUpSecrets(), true, name + "=" + enough))
                .isTrue();
        assertThat(SetUpCommand.run(broker.setUpSecrets(), true, name + "=" + (enough + 1)))
                .isFalse();
        for (String wrong : List.of(name + "=0", name + "=x", name, "casewire.unknown=3", name + "=100000")) {
            assertThat(SetUpCommand.run(broker.setUpSecrets(), true, wrong))
                    .as(wrong)
                    .isFalse();
        }
    }

    private static String retention(Admin admin, ConfigResource topic) throws ExecutionException, InterruptedException {
        Config config = Objects.requireNonNull(
                admin.describeConfigs(List.of(topic)).all().get().get(topic));
        return config.get("retention.ms").value();
    }

    private static void publish(String service, String topic)
            throws IOException, ExecutionException, InterruptedException {
        Map<String, Object> settings = broker.client(service);
        settings.put("delivery.timeout.ms", 20_000);
        settings.put("request.timeout.ms", 10_000);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, "key".getBytes(StandardCharsets.UTF_8), new byte[] {1}))
                    .get();
        }
    }

    private static void read(String service, String group, String topic) throws IOException {
        Map<String, Object> settings = broker.client(service);
        settings.put("group.id", group);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            long begun = System.nanoTime();
            while (consumer.assignment().isEmpty() && System.nanoTime() - begun < SOON.toNanos()) {
                consumer.poll(Duration.ofMillis(200));
            }
            assertThat(consumer.assignment()).isNotEmpty();
        }
    }
}
