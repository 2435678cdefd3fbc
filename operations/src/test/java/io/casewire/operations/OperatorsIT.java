package io.casewire.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.topic.Topics;
import io.casewire.embedded.SharedStore;
import io.casewire.operations.setup.SetUpCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
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
