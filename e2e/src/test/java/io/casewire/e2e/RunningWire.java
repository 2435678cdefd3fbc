package io.casewire.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.contracts.wire.WireJson;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** One instance on a data folder of its own, run as users run it: a JVM with the built application. */
final class RunningWire extends ConsoleClient implements AutoCloseable {
    private static final Path APPLICATION =
            Path.of("../cli/target/casewire.jar").toAbsolutePath().normalize();
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final Path data;
    private final Process process;
    private final JsonNode instance;

    private RunningWire(Path data, Process process, JsonNode instance) {
        this.data = data;
        this.process = process;
        this.instance = instance;
    }

    /** Starts on that folder, new or used, and returns when it is ready. */
    static RunningWire on(Path data) throws IOException {
        return on(data, Map.of());
    }

    /** The same with more settings in its environment. */
    static RunningWire on(Path data, Map<String, String> settings) throws IOException {
        assertThat(APPLICATION).as("the built application").exists();
        Path log = data.resolveSibling(data.getFileName() + ".out");
        Files.deleteIfExists(data.resolve("standalone.json"));
        ProcessBuilder command = command("up", "--data", data.toString(), "--port", "0");
        command.environment().putAll(settings);
        Process process = command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        await().atMost(START)
                .pollInterval(Duration.ofMillis(200))
                .failFast("it ended; see " + log, () -> !process.isAlive())
                .until(() -> Files.exists(data.resolve("standalone.json")));
        return new RunningWire(
                data, process, WireJson.mapper().readTree(Files.readString(data.resolve("standalone.json"))));
    }

    String kafka() {
        return instance.get("kafka").asString();
    }

    /** What a Kafka client needs to be let in as the instance itself. */
    Map<String, Object> kafkaClient() throws IOException {
        Properties settings = new Properties();
        try (Reader file = Files.newBufferedReader(data.resolve("access/kafka.properties"))) {
            settings.load(file);
        }
        Map<String, Object> client = new HashMap<>();
        settings.stringPropertyNames().forEach(name -> client.put(name, settings.getProperty(name)));
        client.put("bootstrap.servers", kafka());
        return client;
    }

    /** Lets another system read, and returns the folder with what it is given. */
    Path consumer(String name) throws IOException, InterruptedException {
        run("consumer", "add", name, "--data", data.toString());
        return data.resolve("consumers").resolve(name);
    }

    /** What {@link #kafkaClient} gives, in the files of such a folder. */
    Path exampleClient() throws IOException {
        String password = Files.readString(data.resolve("access/password"));
        Path folder = Files.createDirectories(data.resolveSibling("example-client"));
        Files.writeString(folder.resolve("librdkafka.conf"), """
                bootstrap.servers=%s
                security.protocol=SASL_PLAINTEXT
                sasl.mechanism=PLAIN
                sasl.username=casewire-instance
                sasl.password=%s
                """.formatted(kafka(), password));
        Files.writeString(folder.resolve("client.properties"), """
                bootstrap.servers=%s
                group.id=casewire-instance
                security.protocol=SASL_PLAINTEXT
                sasl.mechanism=PLAIN
                sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required \\
                  username="casewire-instance" password="%s";
                """.formatted(kafka(), password));
        Files.writeString(folder.resolve("kafkajs.json"), """
                {
                  "brokers": ["%s"],
                  "ssl": false,
                  "sasl": {"mechanism": "plain", "username": "casewire-instance", "password": "%s"}
                }
                """.formatted(kafka(), password));
        return folder;
    }

    /** Where each service itself listens, the console among them. */
    List<URI> services() {
        List<URI> addresses = new ArrayList<>();
        instance.get("services").forEach(address -> addresses.add(URI.create(address.asString())));
        addresses.add(URI.create(instance.get("url").asString()));
        return addresses;
    }

    long pid() {
        return process.pid();
    }

    /** Ends it after that time as a power cut would. */
    void killAfter(Duration time) throws InterruptedException {
        assertThat(process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS))
                .as("it ended by itself")
                .isFalse();
        process.destroyForcibly();
        assertThat(process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    /** In order; fails when that takes longer than promised. */
    @Override
    public void close() {
        process.destroy();
        try {
            assertThat(process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS))
                    .as("stops within %s", STOP)
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    String token(String... arguments) throws IOException, InterruptedException {
        return mint(data, arguments);
    }

    /** A token signed with the key of that folder. */
    static String mint(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("--data", folder.toString()));
        all.addAll(Arrays.asList(arguments));
        Process minting = command("token", all.toArray(String[]::new))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String token = new String(minting.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(minting.waitFor()).isZero();
        return token;
    }

    /** Runs a verb of the application to its end and returns what it printed. */
    static String run(String verb, String... arguments) throws IOException, InterruptedException {
        Process process = command(verb, arguments).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }

    @Override
    URI url() {
        return URI.create(instance.get("url").asString());
    }

    /** A verb of the built application. */
    static ProcessBuilder command(String verb, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx640m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                APPLICATION.toString(),
                "io.casewire.cli.Casewire",
                verb));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder process = new ProcessBuilder(command);
        // the receiver of the tests is on this machine, where messages may go only if the operator says so
        process.environment().put("CASEWIRE_NOTIFY_ALLOWHTTP", "true");
        process.environment().put("CASEWIRE_NOTIFY_ALLOWEDNETWORKS", "127.0.0.1/32");
        return process;
    }
}
