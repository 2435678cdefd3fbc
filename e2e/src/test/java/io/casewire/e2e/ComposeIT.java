package io.casewire.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Ports;
import io.casewire.contracts.wire.WireJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The deployment of containers does what one JVM does, also when each of its parts is killed in the middle of work, when services
 * run more than once, and when it is made anew of a backup. One deployment's life, in this order.
 */
@Tag("compose")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComposeIT {
    private static final Path SAMPLES = Path.of("../samples").toAbsolutePath().normalize();
    private static final Duration SOON = Duration.ofMinutes(4);
    private static final Duration A_WHILE = Duration.ofSeconds(5);
    private static final String VERSION = System.getProperty("casewire.version", "0.1.0-SNAPSHOT");

    // what containers wrote is another user's
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path folder;

    private static final ReceiverContainer RECEIVER = new ReceiverContainer();
    private static Deployment deployment;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        deployment = Deployment.init(folder.resolve("deployment"), freePort(), VERSION);
        deployment.up();
        RECEIVER.start();
        RECEIVER.join(deployment);
    }

    @AfterAll
    static void stop() {
        RECEIVER.stop();
        if (deployment != null) {
            deployment.close();
        }
    }

    @Test
    @Order(1)
    void everyContainerIsHardenedAndOnlyTheConsoleIsReachable() {
        List<String> all = new ArrayList<>(List.of("kafka", "store", "console"));
        all.addAll(Deployment.SERVICES);
        for (String service : all) {
            InspectContainerResponse container = deployment.container(service);
            HostConfig host = container.getHostConfig();
            assertThat(container.getConfig().getUser())
                    .as(service)
                    .doesNotStartWith("0")
                    .isNotEmpty();
            assertThat(host.getReadonlyRootfs()).as(service).isTrue();
            assertThat(Arrays.toString(host.getCapDrop())).as(service).containsIgnoringCase("ALL");
            assertThat(host.getSecurityOpts()).as(service).anyMatch(option -> option.startsWith("no-new-privileges"));
            assertThat(host.getMemory()).as(service).isPositive();
            assertThat(host.getPidsLimit()).as(service).isPositive();
            List<String> published = host.getPortBindings().getBindings().values().stream()
                    .flatMap(Arrays::stream)
                    .map(Ports.Binding::getHostIp)
                    .toList();
            assertThat(published).as(service).isEqualTo(service.equals("console") ? List.of("127.0.0.1") : List.of());
        }
    }

    @Test
    @Order(2)
    void aServiceCannotReadAnothersDatabase() throws IOException, InterruptedException {
        assumeTrue(Deployment.hasMongo(), "NOT TESTED on MongoDB: its image " + Deployment.MONGO + " is not here");
        assertThat(find("ingest", "ingest")).contains("allowed");
        assertThat(find("notify", "notify")).contains("allowed");
        assertThat(find("notify", "ingest")).contains("not authorized");
    }

    @Test
    @Order(3)
    void nothingIsLostOrDoubledWhenEachPartIsKilledInTheMiddleOfWork() throws IOException, InterruptedException {
        Counts undisturbed = undisturbed();
        String publisher = token("--role", "publisher", "--subject", "test publisher");
        String agency = token("--role", "agency", "--agency", "某市商务局", "--subject", "test agency");
        assertThat(new String(Base64.getUrlDecoder().decode(agency.split("\\.", -1)[1]), StandardCharsets.UTF_8))
                .as("names reach the JVM in a container as they were typed")
                .contains("\"agency\":\"某市商务局\"");
        HttpResponse<String> subscribed = deployment.post(
                "/api/notify/v1/subscriptions",
                agency,
                "{\"domains\":[\"trade\"],\"kinds\":[\"case.published\"],\"webhook\":{\"url\":\""
                        + ReceiverContainer.url() + "\"}}");
        assertThat(subscribed.statusCode()).as(subscribed.body()).isEqualTo(201);

        Random random = new Random(42);
        List<Path> samples = disturbed();
        List<String> accepted = new ArrayList<>();
        List<String> victims =
                List.of("ingest-service", "kafka", "store", "replication-service", "catalog-service", "notify-service");
        for (int i = 0; i < victims.size(); i++) {
            if (i == samples.size() / 2) {
                deployment.scale(Map.of("catalog-service", 2, "notify-service", 2));
            }
            // the last round finds everything known already
            accepted.add(deployment.upload(samples.get(i % samples.size()), publisher));
            Thread.sleep(random.nextInt(1500));
            deployment.crash(deployment.containers(victims.get(i)).getLast());
            deployment.healthy();
        }

        for (String document : accepted) {
            assertThat(deployment.settled(document).get("state").asString()).isEqualTo("PUBLISHED");
        }
        await().atMost(SOON).during(A_WHILE).untilAsserted(() -> assertThat(Counts.of(deployment))
                .isEqualTo(undisturbed));
        int trade = trade();
        assertThat(trade).isPositive();
        await().atMost(SOON).untilAsserted(() -> {
            JsonNode deliveries = deployment.get("/api/notify/v1/counts").get("deliveries");
            assertThat(deliveries.get("pending").asInt()).isZero();
            assertThat(deliveries.get("abandoned").asInt()).isZero();
            assertThat(deliveries.get("delivered").asInt()).isEqualTo(trade);
        });
        assertThat(RECEIVER.received()).hasSize(trade);
    }

    @Test
    @Order(4)
    void oneOfTwoInstancesIsEnough() throws IOException, InterruptedException {
        Counts before = Counts.of(deployment);
        deployment.scale(Map.of("catalog-service", 1, "notify-service", 1));
        // for as long as a name is remembered, a request may go to the instance that is gone
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .during(A_WHILE)
                .until(() -> Counts.of(deployment).equals(before));
    }

    @Test
    @Order(5)
    void noSecretIsInALogOrAnEnvironment() throws IOException, InterruptedException {
        StringBuilder visible = new StringBuilder(deployment.compose("logs", "--no-color"));
        for (String service : List.of("kafka", "store", "setup", "console", "notify-service", "ingest-service")) {
            visible.append(WireJson.mapper()
                    .writeValueAsString(deployment.container(service).getRawValues()));
        }
        try (Stream<Path> files = Files.walk(deployment.folder().resolve("secrets/setup"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.getFileName().toString().contains("password")) {
                    assertThat(visible.indexOf(Files.readString(file)))
                            .as(file.toString())
                            .isNegative();
                }
            }
        }
    }

    @Test
    @Order(6)
    void aDeploymentMadeOfABackupIsTheSameAndSendsNothingAgain() throws IOException, InterruptedException {
        deployment.move(token("--role", "region", "--region", "110000", "--subject", "test region"));
        await().atMost(SOON)
                .during(A_WHILE)
                .until(() -> deployment
                                .get("/api/notify/v1/counts")
                                .get("deliveries")
                                .get("pending")
                                .asInt()
                        == 0);
        List<JsonNode> before = deployment.everything(token("--role", "operator", "--subject", "test operator"));
        List<String> received = RECEIVER.received();
        Path copy = folder.resolve("copy");
        assertThat(deployment.casewire("backup", copy.toString())).doesNotContain("notify has not read everything");
        RECEIVER.leave(deployment);
        deployment.close();

        deployment = Deployment.init(folder.resolve("restored"), freePort(), VERSION);
        deployment.casewire("restore", copy.toString());
        deployment.up();
        RECEIVER.join(deployment);
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        deployment.everything(token("--role", "operator", "--subject", "test operator")))
                .isEqualTo(before));
        await().atMost(SOON).during(A_WHILE).until(() -> RECEIVER.received().equals(received));

        deployment.settled(
                deployment.upload(samples().getFirst(), token("--role", "publisher", "--subject", "test publisher")));
        // published comes before catalogued
        int trade = await().atMost(SOON).during(A_WHILE).until(ComposeIT::trade, count -> count > received.size());
        await().atMost(SOON).untilAsserted(() -> assertThat(RECEIVER.received()).hasSize(trade));
    }

    /** What MongoDB says when a service's account reads a database. */
    private static String find(String account, String database) throws IOException, InterruptedException {
        String password = Files.readString(deployment.folder().resolve("secrets/setup/store-password-" + account))
                .strip();
        return deployment.compose(
                "exec",
                "-T",
                "store",
                "mongosh",
                "--quiet",
                "mongodb://%s:%s@127.0.0.1/%s?authSource=%s".formatted(account, password, database, account),
                "--eval",
                "try { db.anything.findOne(); print('allowed') } catch (e) { print(e.message) }");
    }

    private static String token(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("token"));
        command.addAll(Arrays.asList(arguments));
        return deployment.casewire(command.toArray(String[]::new)).strip();
    }

    private static int trade() throws IOException, InterruptedException {
        return deployment
                .get("/api/catalog/v1/cases?domain=trade&size=1")
                .get("total")
                .asInt();
    }

    private static Counts undisturbed() throws IOException, InterruptedException {
        try (RunningWire wire = RunningWire.on(folder.resolve("peace"))) {
            String token = wire.token("--role", "publisher", "--subject", "test publisher");
            for (Path sample : disturbed()) {
                wire.settled(wire.upload(sample, token));
            }
            return await().atMost(SOON)
                    .during(A_WHILE)
                    .until(() -> Counts.of(wire), counts -> counts.obligations() > 0);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    /** All but the first, which is kept for the deployment made of a backup. */
    private static List<Path> disturbed() throws IOException {
        return samples().subList(1, samples().size());
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
