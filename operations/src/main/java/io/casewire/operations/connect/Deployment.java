package io.casewire.operations.connect;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
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
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Where a deployment's broker and store are, and how to show who we are.
 *
 * @param kafka client settings, security included
 * @param mongo connection string; empty where the command needs no store
 * @param patience how long a server that is not there yet is waited for
 */
public record Deployment(Map<String, Object> kafka, Optional<String> mongo, Duration patience) {
    /** The options that {@link #of} reads; each takes a value. */
    public static final Set<String> OPTIONS = Set.of("--kafka", "--kafka-config", "--mongo", "--mongo-file", "--wait");

    private static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

    public Deployment {
        kafka = Map.copyOf(kafka);
    }

    /** A deployment without security, as it is on one machine. */
    public static Deployment open(String bootstrapServers, String mongo) {
        return new Deployment(clientSettings(bootstrapServers), Optional.of(mongo), DEFAULT_PATIENCE);
    }

    /**
     * As the command line tells, and where it does not, the environment. Passwords come in files only, as other users see
     * command lines.
     */
    public static Deployment of(Arguments arguments, Map<String, String> environment) {
        String servers = arguments
                .value("--kafka")
                .or(() -> Optional.ofNullable(environment.get("CASEWIRE_KAFKA")))
                .orElse("127.0.0.1:9092");
        Map<String, Object> kafka = clientSettings(servers);
        arguments
                .value("--kafka-config")
                .or(() -> Optional.ofNullable(environment.get("CASEWIRE_KAFKA_CONFIG")))
                .ifPresent(file -> kafka.putAll(properties(Path.of(file))));
        return new Deployment(kafka, mongo(arguments, environment), patience(arguments));
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
                    .applicationName("casewire-operations")
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
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, "casewire-operations");
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

    private static Optional<String> mongo(Arguments arguments, Map<String, String> environment) {
        return arguments
                .value("--mongo-file")
                .or(() -> Optional.ofNullable(environment.get("CASEWIRE_MONGODB_URI_FILE")))
                .map(file -> firstLine(Path.of(file)))
                .or(() -> arguments.value("--mongo"))
                .or(() -> Optional.ofNullable(environment.get("CASEWIRE_MONGODB_URI")));
    }

    private static String firstLine(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Refused("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static Duration patience(Arguments arguments) {
        return arguments
                .value("--wait")
                .map(seconds -> {
                    try {
                        return Duration.ofSeconds(Integer.parseUnsignedInt(seconds));
                    } catch (NumberFormatException e) {
                        throw new WrongUse("--wait needs a number of seconds, not " + seconds);
                    }
                })
                .orElse(DEFAULT_PATIENCE);
    }
}
