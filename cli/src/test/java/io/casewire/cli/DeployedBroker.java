package io.casewire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.embedded.LoopbackPort;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** The broker of a deployment folder as a process on loopback. */
final class DeployedBroker {
    private final Path folder;
    private final int clientPort;
    private final int adminPort;
    private final String external;
    private final Process process;

    private DeployedBroker(Path folder, int clientPort, int adminPort, String external, Process process) {
        this.folder = folder;
        this.clientPort = clientPort;
        this.adminPort = adminPort;
        this.external = external;
        this.process = process;
    }

    static DeployedBroker start(Path folder) throws IOException {
        int others = LoopbackPort.free(0);
        assertThat(Casewire.run(
                        System.out,
                        System.err,
                        "init",
                        folder.toString(),
                        "--trial-store",
                        "--external",
                        "127.0.0.1:" + others))
                .isZero();
        int clients = LoopbackPort.free(0);
        int admins = LoopbackPort.free(0);
        Path settings = folder.resolve("secrets/kafka/server.properties");
        rewrite(
                settings,
                Map.of(
                        "CLIENT://0.0.0.0:9092", "CLIENT://127.0.0.1:" + clients,
                        "CLIENT://kafka:9092", "CLIENT://127.0.0.1:" + clients,
                        "ADMIN://0.0.0.0:9094", "ADMIN://127.0.0.1:" + admins,
                        "ADMIN://kafka:9094", "ADMIN://127.0.0.1:" + admins,
                        "EXTERNAL://0.0.0.0:9095", "EXTERNAL://127.0.0.1:" + others,
                        "/mnt/shared/config", folder.resolve("secrets/kafka").toString(),
                        "127.0.0.1:9093", "127.0.0.1:" + LoopbackPort.free(0),
                        "/var/lib/kafka/data", folder.resolve("data/kafka").toString()));
        rewrite(folder.resolve("secrets/setup/kafka.properties"), Map.of("kafka:9094", "127.0.0.1:" + admins));
        ProcessBuilder broker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.casewire.cli.Casewire",
                        "broker",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("broker.log").toFile());
        broker.environment().put("CLUSTER_ID", "MkU3OEVBNTcwNTJENDM2Qg");
        return new DeployedBroker(folder, clients, admins, "127.0.0.1:" + others, broker.start());
    }

    Path setUpSecrets() {
        return folder.resolve("secrets/setup");
    }

    /** Where other systems find it. */
    String external() {
        return external;
    }

    /** How a service signs in, as its own files say. */
    Map<String, Object> client(String service) throws IOException {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", "127.0.0.1:" + clientPort);
        for (String name : List.of("security.protocol", "sasl.mechanism", "sasl.jaas.config")) {
            settings.put(
                    name, Files.readString(folder.resolve("secrets/" + service + "/spring.kafka.properties." + name)));
        }
        return settings;
    }

    Map<String, Object> administrator() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(setUpSecrets().resolve("kafka.properties"))) {
            properties.load(reader);
        }
        Map<String, Object> settings = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        assertThat(settings).containsEntry("bootstrap.servers", "127.0.0.1:" + adminPort);
        return settings;
    }

    void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private static void rewrite(Path file, Map<String, String> changes) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        for (Map.Entry<String, String> change : changes.entrySet()) {
            text = text.replace(change.getKey(), change.getValue());
        }
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
