package io.casewire.cli.setup;

import com.mongodb.MongoException;
import com.mongodb.ServerAddress;
import io.casewire.cli.access.ServicePrincipal;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * The container that runs before the services: accounts, rights and topics on Kafka, users in the store. Can be run
 * again at any time; a second run changes nothing. Waits while Kafka or the store come up.
 */
@Command(
        name = "setup",
        hidden = true,
        description = "Bring broker and store to what the services need; CASEWIRE_CHANGE_TOPICS, CASEWIRE_PARTITIONS.")
public final class SetUpCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(SetUpCommand.class);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Parameters(paramLabel = "SECRETS-DIRECTORY")
    @SuppressWarnings("NullAway.Init")
    private Path secrets;

    @Override
    public Integer call() throws IOException, InterruptedException {
        return run(
                        secrets,
                        Boolean.parseBoolean(System.getenv("CASEWIRE_CHANGE_TOPICS")),
                        System.getenv().getOrDefault("CASEWIRE_PARTITIONS", ""))
                ? 0
                : 1;
    }

    /** With as many partitions as the registry says. */
    public static boolean run(Path secrets, boolean changeTopics) throws IOException, InterruptedException {
        return run(secrets, changeTopics, "");
    }

    /**
     * Returns whether everything is as it has to be.
     *
     * @param secrets the folder with the administrators' and the services' passwords that {@code init} wrote
     * @param changeTopics whether settings of topics that are there may be changed
     * @param partitions as {@link Partitions#parse} reads them
     */
    public static boolean run(Path secrets, boolean changeTopics, String partitions)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (true) {
            try {
                setUp(secrets, changeTopics, Partitions.parse(partitions));
                return true;
            } catch (DiffersFromRegistry e) {
                LOG.error("{}", e.getMessage());
                return false;
            } catch (ExecutionException | KafkaException | MongoException e) {
                if (!passes(e) || System.nanoTime() - begun > PATIENCE.toNanos()) {
                    LOG.error("The deployment could not be set up", e);
                    return false;
                }
                LOG.info("Waiting: {}", e.getMessage());
                Thread.sleep(PAUSE);
            }
        }
    }

    private static void setUp(Path secrets, boolean changeTopics, Partitions partitions)
            throws IOException, ExecutionException, InterruptedException {
        Map<String, Object> kafka = new TreeMap<>();
        properties(secrets.resolve("kafka.properties")).forEach((name, value) -> kafka.put((String) name, value));
        kafka.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000);
        kafka.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        try (Admin admin = Admin.create(kafka)) {
            new TopicSetUp(admin, changeTopics, partitions).run();
            new AccountSetUp(admin).run(passwords(secrets, "kafka-password-"));
        }
        Path root = secrets.resolve("store-root-password");
        if (Files.exists(root)) {
            new StoreSetUp(new ServerAddress("store", 27017), Files.readString(root))
                    .run(passwords(secrets, "store-password-"));
        } else {
            LOG.warn("The store is the trial store: it has no users");
        }
    }

    private static Map<String, String> passwords(Path secrets, String prefix) throws IOException {
        Map<String, String> passwords = new TreeMap<>();
        for (ServicePrincipal service : ServicePrincipal.all()) {
            passwords.put(service.name(), Files.readString(secrets.resolve(prefix + service.name())));
        }
        return passwords;
    }

    private static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    private static boolean passes(Exception failure) {
        return failure instanceof MongoException
                || failure instanceof RetriableException
                || failure.getCause() instanceof RetriableException;
    }
}
