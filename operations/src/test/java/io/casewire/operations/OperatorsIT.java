package io.casewire.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.topic.Topics;
import io.casewire.embedded.SharedStore;
import io.casewire.operations.setup.SetUpCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other systems and the doctor at the broker of a deployment. */
class OperatorsIT {
    private static final String A_CASE_TOPIC = Topics.cases(Domain.TRADE).name();

    @TempDir
    private static Path folder;

    private static DeployedBroker broker;

    @BeforeAll
    static void start() throws Exception {
        broker = DeployedBroker.start(folder.resolve("deployment"));
        assertThat(SetUpCommand.run(broker.setUpSecrets(), false)).isTrue();
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
    void aConsumerReadsOpenTopicsInItsOwnGroupsWritesNothingAndIsLockedOutWhenRemoved() throws IOException {
        Path file = folder.resolve("customs.password");

        Tool added = consumer("add", "customs", "--password-file", file.toString());

        assertThat(added.status()).as(added.said()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String password = Files.readString(file).strip();
        assertThat(added.said()).doesNotContain(password);
        assertThat(consumer("list").said()).isEqualTo("customs\n");
        Map<String, Object> customs = client("customs", password);
        assertThat(read(customs, "customs", A_CASE_TOPIC)).isPositive();
        assertThat(read(customs, "customs.second", A_CASE_TOPIC)).isPositive();
        assertThatThrownBy(() -> read(customs, "casewire-notify-cases", A_CASE_TOPIC))
                .isInstanceOf(GroupAuthorizationException.class);
        assertThatThrownBy(() -> read(customs, "customs", Topics.DELIVERY.name()))
                .isInstanceOf(TopicAuthorizationException.class);
        assertThatThrownBy(() -> write(customs))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(AuthorizationException.class);

        assertThat(consumer("add", "customs", "--password-file", file.toString())
                        .status())
                .isZero();
        assertThat(read(customs, "customs.third", A_CASE_TOPIC)).isPositive();

        assertThat(consumer("remove", "customs").status()).isZero();
        assertThatThrownBy(() -> read(customs, "customs", A_CASE_TOPIC))
                .isInstanceOf(SaslAuthenticationException.class);
        assertThat(consumer("remove", "customs").status()).isEqualTo(1);
    }

    @Test
    void aConsumerCannotHaveTheNameOfAService() throws IOException {
        Path file = folder.resolve("nobody");

        assertThat(consumer("add", "ingest", "--password-file", file.toString()).status())
                .isEqualTo(2);
        assertThat(consumer("add", "casewire-x", "--password-file", file.toString())
                        .status())
                .isEqualTo(2);
        assertThat(file).doesNotExist();
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

    private static Tool consumer(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("consumer"));
        all.addAll(List.of(arguments));
        all.addAll(List.of(
                "--kafka-config",
                broker.setUpSecrets().resolve("kafka.properties").toString()));
        return Tool.run(all.toArray(String[]::new));
    }

    private static Map<String, Object> client(String user, String password) throws IOException {
        Map<String, Object> settings = broker.client("notify");
        settings.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + user + "\" password=\""
                        + password + "\";");
        return settings;
    }

    private static void write(Map<String, Object> client) throws ExecutionException, InterruptedException {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("max.block.ms", "20000");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(A_CASE_TOPIC, "key", "value")).get();
        }
    }

    /** How many records come, at the latest after half a minute. */
    private static int read(Map<String, Object> client, String group, String topic) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("group.id", group);
        settings.put("auto.offset.reset", "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            int records = 0;
            for (int i = 0; i < 60 && records == 0; i++) {
                records = consumer.poll(Duration.ofMillis(500)).count();
            }
            return records;
        }
    }
}
