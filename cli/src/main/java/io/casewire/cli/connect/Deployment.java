package io.casewire.cli.connect;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.casewire.embedded.Access;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/**
 * Where a deployment's broker and store are, and how to show who we are.
 *
 * @param kafka client settings, security included
 * @param mongo connection string; empty where the command needs no store
 * @param patience how long a server that is not there yet is waited for
 */
public record Deployment(Map<String, Object> kafka, Optional<String> mongo, Duration patience) {
    private static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

    public Deployment {
        kafka = Map.copyOf(kafka);
    }

    /** A deployment without security, as tests have it. */
    public static Deployment open(String bootstrapServers, String mongo) {
        return new Deployment(clientSettings(bootstrapServers), Optional.of(mongo), DEFAULT_PATIENCE);
    }

    /** The same, but waited for so long. */
    public Deployment within(Duration wait) {
        return new Deployment(kafka, mongo, wait);
    }

    /** What the command line names; whatever is null is asked of the environment. */
    record Named(
            @Nullable String kafka,
            @Nullable Path kafkaConfig,
            @Nullable String mongo,
            @Nullable Path mongoFile,
            @Nullable Duration patience) {}

    /** One whose client settings, address included, and connection string are known. */
    public static Deployment of(Map<String, String> client, String mongo) {
        Map<String, Object> kafka =
                clientSettings(client.getOrDefault(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, ""));
        kafka.putAll(client);
        return new Deployment(kafka, Optional.of(mongo), DEFAULT_PATIENCE);
    }

    /**
     * As the consumer of that folder.
     *
     * @param servers where the broker is now; empty: where the folder says
     * @throws Refused where it is no such folder
     */
    public static Deployment ofConsumer(Path folder, Optional<String> servers) {
        Path file = folder.resolve("client.properties");
        if (!Files.isRegularFile(file)) {
            throw new Refused("there is no " + file + "; `casewire consumer add NAME` makes such a folder");
        }
        Map<String, Object> client = properties(file);
        // whoever looks keeps no place
        client.remove(CommonClientConfigs.GROUP_ID_CONFIG);
        Map<String, Object> kafka = clientSettings("");
        kafka.putAll(client);
        servers.ifPresent(address -> kafka.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, address));
        return new Deployment(kafka, Optional.empty(), DEFAULT_PATIENCE);
    }

    /**
     * As the command line tells, and where it does not, the environment. Passwords come in files only, as other users see
     * command lines.
     */
    static Deployment of(Named named, Map<String, String> environment) {
        Map<String, Object> kafka = clientSettings(
                first(named.kafka(), environment.get("CASEWIRE_KAFKA")).orElse("127.0.0.1:9092"));
        first(named.kafkaConfig(), path(environment.get("CASEWIRE_KAFKA_CONFIG")))
                .ifPresent(file -> kafka.putAll(properties(file)));
        Optional<String> mongo = first(named.mongoFile(), path(environment.get("CASEWIRE_MONGODB_URI_FILE")))
                .map(Deployment::firstLine)
                .or(() -> first(named.mongo(), environment.get("CASEWIRE_MONGODB_URI")));
        return new Deployment(kafka, mongo, first(named.patience(), null).orElse(DEFAULT_PATIENCE));
    }

    private static <T> Optional<T> first(@Nullable T given, @Nullable T otherwise) {
        return Optional.ofNullable(given).or(() -> Optional.ofNullable(otherwise));
    }

    private static @Nullable Path path(@Nullable String name) {
        return name == null ? null : Path.of(name);
    }

    /** A client of the broker, once it answers. */
    public Admin admin() {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return connected();
            } catch (KafkaException e) {
                if (System.nanoTime() >= end || !mayPass(e)) {
                    throw new Refused("the broker at %s does not answer: %s".formatted(bootstrapServers(), said(e)), e);
                }
                Patience.pause(BETWEEN_ATTEMPTS);
            }
        }
    }

    /** Whether it is an instance on one machine, whose parts share an account. */
    public boolean isOneMachine() {
        return String.valueOf(kafka.get(SaslConfigs.SASL_JAAS_CONFIG)).contains('"' + Access.USER + '"');
    }

    /** Host and port of the broker, for messages. */
    public String bootstrapServers() {
        return String.valueOf(kafka.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG));
    }

    /** A client of the store; it connects when first used. */
    public MongoClient store() {
        String uri = mongo.orElseThrow(() -> new WrongUse("say where the store is: --mongo-file FILE or --mongo URI"));
        try {
            return MongoClients.create(MongoClientSettings.builder()
                    .applyConnectionString(new ConnectionString(uri))
                    .applicationName("casewire-cli")
                    .applyToClusterSettings(
                            cluster -> cluster.serverSelectionTimeout(patience.toMillis(), TimeUnit.MILLISECONDS))
                    .build());
        } catch (IllegalArgumentException e) {
            // its message may hold the password
            throw new WrongUse("the store's address is no MongoDB connection string");
        }
    }

    private Admin connected() {
        Admin admin = Admin.create(kafka);
        try {
            Answer.of(admin.describeCluster().nodes());
            return admin;
        } catch (KafkaException e) {
            admin.close(Duration.ZERO);
            throw e;
        }
    }

    // no answer yet, or a name that is known only once its container runs
    private static boolean mayPass(KafkaException e) {
        return e instanceof RetriableException
                || (e.getCause() instanceof ConfigException cause
                        && String.valueOf(cause.getMessage()).contains("No resolvable bootstrap urls"));
    }

    private static String said(KafkaException e) {
        return String.valueOf((e.getCause() == null ? e : e.getCause()).getMessage());
    }

    private static Map<String, Object> clientSettings(String servers) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers);
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, "casewire-cli");
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "5000");
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "15000");
        return settings;
    }

    private static Map<String, Object> properties(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new Refused("cannot read " + file + ": " + e.getMessage(), e);
        }
        Map<String, Object> settings = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        return settings;
    }

    private static String firstLine(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Refused("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
