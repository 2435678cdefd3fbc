package io.casewire.cli.container;

import io.casewire.cli.connect.WrongUse;
import io.casewire.embedded.BrokerStorage;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Runs one broker from a {@code server.properties}, as the official image does with the file mounted at the same place:
 * formats the data directory with the cluster id when it is new, starts, and stops in order on SIGTERM.
 */
@Command(name = "broker", hidden = true, description = "Run a broker from its settings; CLUSTER_ID in the environment.")
public final class BrokerCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerCommand.class);

    @Parameters(paramLabel = "SERVER.PROPERTIES")
    @SuppressWarnings("NullAway.Init")
    private Path settings;

    @Override
    public Integer call() throws IOException {
        String clusterId = System.getenv("CLUSTER_ID");
        if (clusterId == null) {
            throw new WrongUse("the environment variable CLUSTER_ID is missing");
        }
        run(settings, clusterId);
        return 0;
    }

    /**
     * Runs until the JVM is told to stop.
     *
     * @param settings a {@code server.properties}
     * @param clusterId what a new data directory is formatted for: 16 bytes in URL-safe Base64
     * @throws IOException when the settings cannot be read
     */
    private static void run(Path settings, String clusterId) throws IOException {
        Map<String, String> properties = read(settings);
        format(properties, clusterId);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            LOG.info("Stopping the broker");
            server.shutdown();
            server.awaitShutdown();
        }));
        server.startup();
        LOG.info("The broker is started: {}", properties.get("advertised.listeners"));
        server.awaitShutdown();
    }

    private static Map<String, String> read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }

    private static void format(Map<String, String> properties, String clusterId) {
        List<String> directories =
                Arrays.asList(required(properties, "log.dirs").split(","));
        String metadata = properties.getOrDefault("metadata.log.dir", directories.getFirst());
        BrokerStorage storage = new BrokerStorage(
                Integer.parseInt(required(properties, "node.id")),
                directories,
                metadata,
                required(properties, "controller.listener.names"));
        if (!storage.isFormatted()) {
            LOG.info("Formatting {} for cluster {}", metadata, clusterId);
            storage.format(clusterId);
        }
    }

    private static String required(Map<String, String> properties, String name) {
        String value = properties.get(name);
        if (value == null) {
            throw new KafkaException("The broker's settings lack " + name);
        }
        return value;
    }
}
