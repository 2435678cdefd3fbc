package io.casewire.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The deployment of containers does what one JVM does, also when each of its parts is killed in the middle of work. */
@Tag("compose")
class ComposeIT {
    private static final Path SAMPLES = Path.of("../samples").toAbsolutePath().normalize();
    private static final Path CLASSES = Path.of("target/test-classes").toAbsolutePath();
    private static final Duration SOON = Duration.ofMinutes(4);
    private static final String VERSION = System.getProperty("casewire.version", "0.1.0-SNAPSHOT");

    // what containers wrote is another user's
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path folder;

    private static Deployment deployment;
    private static String receiver;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        deployment = Deployment.init(folder.resolve("deployment"), port, VERSION);
        deployment.up();
        receiver = Deployment.docker(
                        "run",
                        "-d",
                        "--network",
                        deployment.network("outside"),
                        "--network-alias",
                        "receiver.test",
                        "--user",
                        "10001",
                        "--read-only",
                        "--cap-drop",
                        "ALL",
                        "-v",
                        CLASSES + ":/classes:ro",
                        "casewire/build:25",
                        "java",
                        "-XX:+UseSerialGC",
                        "-cp",
                        "/classes",
                        RecordingServer.class.getName(),
                        "8080")
                .strip();
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (receiver != null) {
            Deployment.docker("rm", "-f", receiver);
        }
        if (deployment != null) {
            deployment.close();
        }
    }

    @Test
    void nothingIsLostOrDoubledWhenEachPartIsKilledInTheMiddleOfWork() throws IOException, InterruptedException {
        Counts undisturbed;
        try (RunningWire wire = RunningWire.on(folder.resolve("peace"))) {
            String token = wire.token("--role", "publisher");
            for (Path sample : samples()) {
                wire.settled(wire.upload(sample, token));
            }
            undisturbed = await().atMost(SOON)
                    .during(Duration.ofSeconds(5))
                    .until(() -> Counts.of(wire), counts -> counts.obligations() > 0);
        }

        String publisher = RunningWire.mint(deployment.folder(), "--role", "publisher");
        String agency = RunningWire.mint(deployment.folder(), "--role", "agency", "--agency", "某市商务局");
        HttpResponse<String> subscribed = deployment.post(
                "/api/notify/v1/subscriptions",
                agency,
                "{\"domains\":[\"trade\"],\"kinds\":[\"case.published\"],\"webhook\":{\"url\":\"http://receiver.test:8080/hook\"}}");
        assertThat(subscribed.statusCode()).as(subscribed.body()).isEqualTo(201);

        Random random = new Random(42);
        List<Path> samples = samples();
        List<String> victims = new ArrayList<>(List.of("kafka", "store"));
        victims.addAll(Deployment.SERVICES);
        List<String> accepted = new ArrayList<>();
        for (int i = 0; i < victims.size(); i++) {
            // the last round finds everything known already
            accepted.add(deployment.upload(samples.get(i % samples.size()), publisher));
            Thread.sleep(random.nextInt(1500));
            deployment.crash(victims.get(i));
            deployment.healthy();
        }

        for (String document : accepted) {
            assertThat(deployment.settled(document).get("state").asString()).isEqualTo("PUBLISHED");
        }
        await().atMost(SOON).during(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(Counts.of(deployment))
                .isEqualTo(undisturbed));
        int trade = deployment
                .get("/api/catalog/v1/cases?domain=trade&size=1")
                .get("total")
                .asInt();
        await().atMost(SOON).untilAsserted(() -> {
            JsonNode deliveries = deployment.get("/api/notify/v1/counts").get("deliveries");
            assertThat(deliveries.get("pending").asInt()).isZero();
            assertThat(deliveries.get("abandoned").asInt()).isZero();
            assertThat(deliveries.get("delivered").asInt()).isEqualTo(received().size());
        });
        assertThat(received()).hasSize(trade);
    }

    @Test
    void everyContainerIsHardenedAndOnlyTheConsoleIsReachable() throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("kafka", "store", "console"));
        all.addAll(Deployment.SERVICES);
        for (String service : all) {
            JsonNode container = deployment.inspect(service);
            JsonNode host = container.get("HostConfig");
            assertThat(container.get("Config").get("User").asString())
                    .as(service)
                    .doesNotStartWith("0")
                    .isNotEmpty();
            assertThat(host.get("ReadonlyRootfs").asBoolean()).as(service).isTrue();
            assertThat(host.get("CapDrop").toString()).as(service).contains("ALL");
            assertThat(host.get("SecurityOpt").toString()).as(service).contains("no-new-privileges");
            assertThat(host.get("Memory").asLong()).as(service).isPositive();
            assertThat(host.get("PidsLimit").asLong()).as(service).isPositive();
            String published = host.get("PortBindings").toString();
            assertThat(published)
                    .as(service)
                    .isEqualTo(
                            service.equals("console")
                                    ? "{\"8080/tcp\":[{\"HostIp\":\"127.0.0.1\",\"HostPort\":\""
                                            + deployment.url().getPort() + "\"}]}"
                                    : "{}");
        }
    }

    @Test
    void noSecretIsInALogOrAnEnvironment() throws IOException, InterruptedException {
        String visible = deployment.compose("logs", "--no-color");
        for (String service : List.of("kafka", "store", "setup", "console", "notify-service", "ingest-service")) {
            visible += Deployment.docker(
                    "inspect", deployment.compose("ps", "-a", "-q", service).strip());
        }
        try (Stream<Path> files = Files.walk(deployment.folder().resolve("secrets/setup"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.getFileName().toString().contains("password")) {
                    assertThat(visible.contains(Files.readString(file)))
                            .as(file.toString())
                            .isFalse();
                }
            }
        }
    }

    /** Message ids, each once: a message sent again has the id it had, so that its receiver drops it. */
    private static List<String> received() throws IOException, InterruptedException {
        return Deployment.docker("logs", receiver)
                .lines()
                .filter(line -> line.startsWith("message "))
                .distinct()
                .toList();
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    private record Counts(int cases, int obligations, int promoted) {
        static Counts of(ConsoleClient wire) throws IOException, InterruptedException {
            JsonNode replication = wire.get("/api/replication/v1/counts");
            return new Counts(
                    wire.get("/api/catalog/v1/counts").get("cases").asInt(),
                    replication.get("obligations").asInt(),
                    replication.get("promotedCases").asInt());
        }
    }
}
