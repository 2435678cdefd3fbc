package io.casewire.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broker and store of an instance let in who has its password, and nobody else on the machine. */
class AccessIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path data;

    @Test
    void thePasswordIsMadeOnceAndForItsOwnerOnly() throws IOException {
        Access first = Access.in(data);
        first.tellStore(data, "mongodb://127.0.0.1:1");

        assertThat(Access.in(data)).isEqualTo(first);
        assertThat(first).asString().doesNotContain(first.password());
        for (String file : List.of("password", "kafka.properties", "store.uri")) {
            assertThat(mode(data.resolve("access").resolve(file))).isEqualTo("rw-------");
        }
        assertThat(mode(data.resolve("access"))).isEqualTo("rwx------");
        assertThat(Access.random()).isNotEqualTo(Access.random());
    }

    @Test
    void aDamagedPasswordIsToldWithWhatToDo() throws IOException {
        Access.in(data);
        Files.writeString(data.resolve("access/password"), "");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Access.in(data))
                .withMessageContaining("access/password")
                .withMessageContaining("delete the folder");
    }

    @Test
    void theStoreRefusesWhoHasNoPasswordOrAnother() {
        for (int start = 0; start < 2; start++) {
            try (EmbeddedStore store = EmbeddedStore.open(data, 0, DiskSpace.unwatched(), Access.in(data));
                    MongoClient ours = MongoClients.create(store.connectionString());
                    MongoClient anonymous = MongoClients.create(store.address());
                    MongoClient stranger = MongoClients.create(Access.random().store(store.address(), ""));
                    MongoClient another = MongoClients.create(
                            Access.in(data).store(store.address(), "").replace(Access.USER, "admin"))) {
                Document document = new Document("_id", start);
                ours.getDatabase("ingest").getCollection("blobs").insertOne(document);
                assertThat(ours.getDatabase("ingest").getCollection("blobs").find())
                        .contains(document);

                for (String command : List.of("find", "listCollections", "dropDatabase", "insert")) {
                    assertThatThrownBy(() -> anonymous.getDatabase("ingest").runCommand(new Document(command, "blobs")))
                            .as(command)
                            .isInstanceOfSatisfying(MongoException.class, e -> assertThat(e.getCode())
                                    .isEqualTo(13));
                }
                assertThatThrownBy(anonymous.listDatabaseNames()::first).isInstanceOf(MongoException.class);
                for (MongoClient wrong : List.of(stranger, another)) {
                    assertThatThrownBy(() -> wrong.getDatabase("ingest")
                                    .getCollection("blobs")
                                    .countDocuments())
                            .isInstanceOf(MongoSecurityException.class);
                }
            }
        }
    }

    @Test
    void theBrokerRefusesWhoHasNoPasswordOrAnotherAndKeepsFoldersFromBefore() throws Exception {
        Path folder = data.resolve("kafka");
        try (EmbeddedKafka before = EmbeddedKafka.start(folder)) {
            Topic.create(before.bootstrapServers(), "t").close();
        }
        for (int start = 0; start < 2; start++) {
            Access access = Access.in(data);
            try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0, DiskSpace.unwatched(), access)) {
                assertThat(topics(kafka.clientSettings())).contains("t");
                send(kafka.clientSettings());
                assertThatThrownBy(() -> topics(Map.of("bootstrap.servers", kafka.bootstrapServers())))
                        .isInstanceOf(ExecutionException.class);
                assertThatThrownBy(() -> topics(Access.random().kafka(kafka.bootstrapServers())))
                        .hasCauseInstanceOf(SaslAuthenticationException.class);
                Properties file = new Properties();
                file.load(Files.newBufferedReader(data.resolve("access/kafka.properties")));
                file.put("bootstrap.servers", kafka.bootstrapServers());
                Map<String, String> fromFile = new HashMap<>();
                file.forEach((name, value) -> fromFile.put((String) name, (String) value));
                assertThat(fromFile).isEqualTo(kafka.clientSettings());
            }
        }
    }

    @Test
    void anAccountMadeForAnotherSystemComesInAndMayDoNothingByItself() throws Exception {
        try (EmbeddedKafka kafka =
                        EmbeddedKafka.start(data.resolve("kafka"), 0, DiskSpace.unwatched(), Access.in(data));
                Admin admin = Admin.create(new HashMap<>(kafka.clientSettings()))) {
            admin.createTopics(List.of(new NewTopic("t", Optional.of(1), Optional.empty())))
                    .all()
                    .get();
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                            "customs", new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_256, 4096), "of-customs")))
                    .all()
                    .get();
            Map<String, String> customs = new HashMap<>(kafka.clientSettings());
            customs.put("sasl.mechanism", "SCRAM-SHA-256");
            customs.put(
                    "sasl.jaas.config",
                    "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"customs\" password=\"of-customs\";");
            await().atMost(SOON).ignoreExceptions().untilAsserted(() -> assertThat(topics(customs))
                    .isEmpty());
            assertThatThrownBy(() -> send(customs)).hasCauseInstanceOf(TopicAuthorizationException.class);
        }
    }

    private static Set<String> topics(Map<String, String> settings) throws ExecutionException, InterruptedException {
        Map<String, Object> impatient = new HashMap<>(settings);
        impatient.put("default.api.timeout.ms", "4000");
        impatient.put("request.timeout.ms", "2000");
        try (Admin admin = Admin.create(impatient)) {
            return admin.listTopics().names().get();
        }
    }

    private static void send(Map<String, String> settings) throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(new HashMap<>(settings), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("t", "value")).get();
        }
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
