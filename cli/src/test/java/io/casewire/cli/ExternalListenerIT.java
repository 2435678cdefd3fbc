package io.casewire.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.casewire.cli.external.ExternalAddress;
import io.casewire.cli.setup.SetUpCommand;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.topic.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnsupportedSaslMechanismException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other systems at the listener made for them: by TLS, with a password, reading open topics and nothing else. */
class ExternalListenerIT {
    private static final String A_CASE_TOPIC = Topics.cases(Domain.TRADE).name();
    private static final String SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule";
    private static final String MECHANISM = "sasl.mechanism";
    private static final String LOGIN = "sasl.jaas.config";

    @TempDir
    private static Path folder;

    private static DeployedBroker broker;

    @BeforeAll
    static void start() throws Exception {
        broker = DeployedBroker.start(folder.resolve("deployment"));
        assertThat(SetUpCommand.run(broker.setUpSecrets(), false)).isTrue();
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(broker.client("ingest"), new StringSerializer(), new StringSerializer())) {
            producer.send(event()).get();
        }
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(broker.client("replication"), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.OBLIGATION.name(), "key", "{}"))
                    .get();
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        broker.close();
    }

    private static ProducerRecord<String, String> event() {
        ProducerRecord<String, String> event = new ProducerRecord<>(A_CASE_TOPIC, "key", "{}");
        Map.of(
                        "content-type", "application/json",
                        "ce_specversion", "1.0",
                        "ce_id", "1",
                        "ce_source", "/test",
                        "ce_type", "casewire.case.published.v1")
                .forEach((name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return event;
    }

    @Test
    void aConsumerReadsOpenTopicsInItsOwnGroupsWritesNothingAndIsLockedOutWhenRemoved() throws IOException {
        Map<String, Object> customs = added("customs");

        assertThat(consumer("list").said()).contains("customs\n");
        assertThat(read(customs, "customs", A_CASE_TOPIC)).isPositive();
        assertThat(read(customs, "customs.second", A_CASE_TOPIC)).isPositive();
        for (String group : List.of("casewire-notify-cases", "taxes", "customs-second")) {
            assertThatThrownBy(() -> read(customs, group, A_CASE_TOPIC))
                    .as(group)
                    .isInstanceOf(GroupAuthorizationException.class);
        }
        for (String topic : List.of(
                Topics.DELIVERY.name(),
                Topics.OBLIGATION.name(),
                Topics.cases(Domain.TRADE).deadLetterName(),
                "__consumer_offsets",
                "__transaction_state")) {
            assertThatThrownBy(() -> read(customs, "customs", topic))
                    .as(topic)
                    .isInstanceOf(TopicAuthorizationException.class);
        }
        assertThatThrownBy(() -> write(customs))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(AuthorizationException.class);

        Map<String, Object> again = added("customs");
        assertThat(again).isEqualTo(customs);
        assertThat(read(again, "customs.third", A_CASE_TOPIC)).isPositive();

        assertThat(consumer("remove", "customs").status()).isZero();
        assertThatThrownBy(() -> read(customs, "customs", A_CASE_TOPIC))
                .isInstanceOf(SaslAuthenticationException.class);
        assertThat(consumer("remove", "customs").status()).isEqualTo(1);
    }

    @Test
    void whatRegionsReportedIsReadOnlyByWhomItIsGrantedAndNoLongerOnceItIsNot() throws IOException {
        Map<String, Object> commission = added("commission", "--ledger");

        assertThat(consumer("list").said()).contains("commission and the ledger\n");
        assertThat(read(commission, "commission", Topics.OBLIGATION.name())).isPositive();
        assertThat(read(commission, "commission", A_CASE_TOPIC)).isPositive();

        added("commission");
        assertThat(consumer("list").said()).contains("commission\n");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThatThrownBy(
                        () -> read(commission, "commission.later", Topics.OBLIGATION.name()))
                .isInstanceOf(TopicAuthorizationException.class));
    }

    @Test
    void whatAConsumerIsGivenIsForItsOwnersEyesOnly() throws IOException {
        added("statistics");
        Path given = folder.resolve("statistics");
        try (Stream<Path> files = Files.walk(given)) {
            for (Path file : files.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as(file.toString())
                        .endsWith("------");
            }
        }
        String password = Files.readString(given.resolve("password")).strip();

        assertThat(Files.readString(given.resolve("librdkafka.conf")))
                .contains("bootstrap.servers=" + broker.external(), "sasl.password=" + password);
        assertThat(Files.readString(given.resolve("kafkajs.json"))).contains(password);
    }

    @Test
    void theExampleForNodeReadsWithWhatAConsumerIsGiven() throws IOException, InterruptedException {
        Path example = Path.of("../deploy/examples/node").toAbsolutePath().normalize();
        Assumptions.assumeTrue(
                Files.isDirectory(example.resolve("node_modules")),
                "no kafkajs in deploy/examples/node (Debian: apt install npm; npm ci)");
        added("node-reader");

        ProcessBuilder command = new ProcessBuilder("node", "read.mjs", A_CASE_TOPIC).directory(example.toFile());
        command.environment().put("CLIENT", folder.resolve("node-reader").toString());
        Process reader = command.redirectErrorStream(true).start();
        String printed = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(reader.waitFor()).as(printed).isZero();
        assertThat(printed).contains("casewire.case.published.v1\tkey\t");
    }

    @Test
    void withoutTlsNobodyIsHeard() throws IOException {
        ExternalAddress place = ExternalAddress.parse(broker.external());
        try (Socket socket = new Socket(place.host(), place.port())) {
            socket.setSoTimeout((int) Duration.ofSeconds(30).toMillis());
            // a request for the broker's versions, as clients begin without TLS
            socket.getOutputStream().write(new byte[] {0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 1, -1, -1});
            InputStream answer = socket.getInputStream();
            byte[] heard = answer.readNBytes(64);
            // at most an alert of TLS (record type 21), never an answer
            assertThat(heard.length == 0 || heard[0] == 21).isTrue();
        }
    }

    @Test
    void whoDoesNotKnowTheAuthorityDoesNotTrustTheBroker() throws IOException {
        Map<String, Object> client = added("doubter");
        client.keySet().removeIf(name -> name.startsWith("ssl.truststore"));

        assertThatThrownBy(() -> topics(client)).hasCauseInstanceOf(SslAuthenticationException.class);
    }

    @Test
    void aWrongPasswordIsRefused() throws IOException {
        Map<String, Object> client = added("forgetful");
        client.put(LOGIN, login("forgetful", "guessed"));

        assertThatThrownBy(() -> topics(client)).hasCauseInstanceOf(SaslAuthenticationException.class);
    }

    @Test
    void theAccountsOfServicesAndOfTheAdministratorAreOfNoUseFromOutside() throws IOException {
        Map<String, Object> outside = added("stranger");
        Map<String, Object> ingest = broker.client("ingest");
        Map<String, Object> byItsOwnMechanism = new HashMap<>(outside);
        byItsOwnMechanism.putAll(Map.of(MECHANISM, ingest.get(MECHANISM), LOGIN, ingest.get(LOGIN)));
        Map<String, Object> byThatOfConsumers = new HashMap<>(outside);
        byThatOfConsumers.put(LOGIN, ingest.get(LOGIN));
        Map<String, Object> administrator = new HashMap<>(outside);
        administrator.putAll(Map.of(
                MECHANISM, broker.administrator().get(MECHANISM),
                LOGIN, broker.administrator().get(LOGIN)));

        assertThatThrownBy(() -> topics(byItsOwnMechanism)).hasCauseInstanceOf(UnsupportedSaslMechanismException.class);
        assertThatThrownBy(() -> topics(byThatOfConsumers)).hasCauseInstanceOf(SaslAuthenticationException.class);
        assertThatThrownBy(() -> topics(administrator)).hasCauseInstanceOf(UnsupportedSaslMechanismException.class);
    }

    @Test
    void theAccountOfAConsumerIsOfNoUseInside() throws IOException {
        added("inside");
        Map<String, Object> service = broker.client("ingest");
        service.put(
                LOGIN,
                login(
                        "inside",
                        Files.readString(folder.resolve("inside/password")).strip()));

        assertThatThrownBy(() -> topics(service)).hasCauseInstanceOf(SaslAuthenticationException.class);
    }

    @Test
    void aConsumerCannotHaveTheNameOfAService() throws IOException {
        for (String name : List.of("ingest", "casewire-x", "admin", "a.b", "A")) {
            assertThat(consumer("add", name, "--folder", folder.toString()).status())
                    .as(name)
                    .isEqualTo(2);
            assertThat(folder.resolve(name)).doesNotExist();
        }
    }

    /** A new consumer's client settings, from the file it is given. */
    private static Map<String, Object> added(String name, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "add",
                name,
                "--folder",
                folder.toString(),
                "--external",
                broker.external(),
                "--ca",
                broker.setUpSecrets().resolve("ca.pem").toString()));
        command.addAll(List.of(options));
        Tool added = consumer(command.toArray(String[]::new));
        assertThat(added.status()).as(added.said()).isZero();
        assertThat(added.said())
                .doesNotContain(
                        Files.readString(folder.resolve(name + "/password")).strip());
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve(name + "/client.properties"))) {
            properties.load(reader);
        }
        Map<String, Object> settings = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key)));
        return settings;
    }

    private static Tool consumer(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("consumer"));
        all.addAll(List.of(arguments));
        all.addAll(List.of(
                "--kafka-config",
                broker.setUpSecrets().resolve("kafka.properties").toString()));
        return Tool.run(all.toArray(String[]::new));
    }

    private static String login(String user, String password) {
        return SCRAM + " required username=\"" + user + "\" password=\"" + password + "\";";
    }

    private static void topics(Map<String, Object> client) throws Exception {
        Map<String, Object> settings = new HashMap<>(client);
        settings.remove("group.id");
        try (Admin admin = Admin.create(settings)) {
            admin.listTopics().names().get(60, TimeUnit.SECONDS);
        }
    }

    private static void write(Map<String, Object> client) throws ExecutionException, InterruptedException {
        Map<String, Object> settings = new HashMap<>(client);
        settings.remove("group.id");
        settings.put("max.block.ms", "20000");
        // else it may end with what became of its producer's id instead of the reason
        settings.put("enable.idempotence", "false");
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
