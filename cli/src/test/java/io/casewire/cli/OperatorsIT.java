package io.casewire.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.cli.setup.SetUpCommand;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.topic.Topics;
import io.casewire.embedded.SharedStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other systems and the doctor at the broker of a deployment. */
class OperatorsIT {
    private static final String A_CASE_TOPIC = Topics.cases(Domain.TRADE).name();

    private static final int PARTITIONS = Topics.cases(Domain.TRADE).partitions() + 1;

    @TempDir
    private static Path folder;

    private static DeployedBroker broker;

    @BeforeAll
    static void start() throws Exception {
        broker = DeployedBroker.start(folder.resolve("deployment"));
        assertThat(SetUpCommand.run(broker.setUpSecrets(), false, A_CASE_TOPIC + "=" + PARTITIONS))
                .isTrue();
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(broker.client("ingest"), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(A_CASE_TOPIC, "key", "value")).get();
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        broker.close();
    }

    @Test
    void aNewDeploymentGetsThePartitionsAskedFor() throws IOException, InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(broker.administrator())) {
            String letters = Topics.cases(Domain.TRADE).deadLetterName();
            assertThat(admin.describeTopics(List.of(A_CASE_TOPIC, letters))
                            .allTopicNames()
                            .get()
                            .values())
                    .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(PARTITIONS));
        }
    }

    @Test
    void theDoctorFindsTheBrokerOfADeploymentInOrder() throws IOException {
        Tool doctor = Tool.run(
                "doctor",
                "--kafka-config",
                broker.setUpSecrets().resolve("kafka.properties").toString(),
                "--mongo",
                SharedStore.connectionString(),
                "--servers",
                "--folder",
                folder.resolve("deployment").toString());

        assertThat(doctor.said())
                .contains("OK   kafka", "OK   topics", "OK   dead", "OK   rights", "OK   clock", "OK   secrets")
                .contains("WARN store")
                .doesNotContain("FAIL");
        assertThat(doctor.status()).isZero();
    }

    @Test
    void aListenerReadsADeadLetterAgainWhileItsServiceIsStopped() throws Exception {
        String group = "casewire-replication-cases";
        TopicPartition read = new TopicPartition(A_CASE_TOPIC, 0);
        String kafka = broker.setUpSecrets().resolve("kafka.properties").toString();
        try (Admin admin = Admin.create(broker.administrator());
                KafkaProducer<String, String> producer =
                        new KafkaProducer<>(broker.administrator(), new StringSerializer(), new StringSerializer())) {
            ProducerRecord<String, String> letter =
                    new ProducerRecord<>(Topics.cases(Domain.TRADE).deadLetterName(), 1, "case-7", "{}");
            Map.of(
                            "dlt_reason", "Not understood: 未知",
                            "dlt_group", group,
                            "dlt_topic", A_CASE_TOPIC,
                            "dlt_partition", "0",
                            "dlt_offset", "0",
                            "dlt_time", "2026-11-22T00:00:00Z")
                    .forEach((name, value) -> letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(letter).get();
            admin.alterConsumerGroupOffsets(group, Map.of(read, new OffsetAndMetadata(5)))
                    .all()
                    .get();
            String place = letter.topic() + "/1@0";

            Tool list = Tool.run("dead-letters", "list", "--kafka-config", kafka);
            Tool replay = Tool.run("dead-letters", "replay", place, "--kafka-config", kafka);
            Tool nothing = Tool.run("dead-letters", "replay", letter.topic() + "/1@1", "--kafka-config", kafka);

            assertThat(list.said()).contains(place, group, "case-7", "未知", "1 dead letters.");
            assertThat(replay.said()).contains("5 events again");
            assertThat(admin.listConsumerGroupOffsets(group)
                            .partitionsToOffsetAndMetadata()
                            .get()
                            .get(read))
                    .isEqualTo(new OffsetAndMetadata(0));
            assertThat(nothing.status()).isEqualTo(1);
            assertThat(nothing.said()).contains("there is no dead letter");
            assertThat(Tool.run("dead-letters", "replay", "casewire.task/0@1").status())
                    .isEqualTo(2);

            admin.alterConsumerGroupOffsets(group, Map.of(read, new OffsetAndMetadata(5)))
                    .all()
                    .get();
            try (KafkaConsumer<String, String> listener = listener(group)) {
                listener.subscribe(List.of(A_CASE_TOPIC));
                await().atMost(Duration.ofMinutes(1)).until(() -> {
                    listener.poll(Duration.ofMillis(200));
                    return !listener.assignment().isEmpty();
                });
                Tool refused = Tool.run("dead-letters", "replay", place, "--kafka-config", kafka);

                assertThat(refused.status()).isEqualTo(1);
                assertThat(refused.said()).contains("stop its service first");
            }
            admin.deleteRecords(Map.of(new TopicPartition(letter.topic(), 1), RecordsToDelete.beforeOffset(1)))
                    .all()
                    .get();
        }
    }

    private static KafkaConsumer<String, String> listener(String group) throws IOException {
        Map<String, Object> settings = new HashMap<>(broker.administrator());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    @Test
    void theDoctorSaysWhatIsWrong() throws IOException {
        Path open = Files.createDirectories(folder.resolve("open/secrets/x")).resolve("password");
        Files.writeString(open, "secret");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));

        Tool doctor = Tool.run("doctor", "--folder", folder.resolve("open").toString());

        assertThat(doctor.status()).isEqualTo(1);
        assertThat(doctor.said()).contains("FAIL secrets", "chmod 600 " + open);
    }

    @Test
    void aBrokerThatDoesNotComeIsGivenUpAfterTheTimeAsked() {
        Tool gaveUp = Tool.run("consumer", "list", "--kafka", "127.0.0.1:1", "--wait", "1");

        assertThat(gaveUp.status()).isEqualTo(1);
        assertThat(gaveUp.said()).contains("the broker at 127.0.0.1:1 does not answer");
    }
}
