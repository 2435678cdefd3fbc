package io.casewire.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.contracts.wire.WireJson;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A deployment folder of {@code casewire init}, run with Compose as operators run it, with the trial store. */
final class Deployment extends ConsoleClient implements AutoCloseable {
    static final List<String> SERVICES =
            List.of("ingest-service", "catalog-service", "replication-service", "notify-service");
    private static final Duration HEALTHY = Duration.ofMinutes(5);
    private static final String PROJECT = "casewiretest";

    private final Path folder;
    private final int port;
    private final List<String> compose;

    private Deployment(Path folder, int port, List<String> compose) {
        this.folder = folder;
        this.port = port;
        this.compose = compose;
    }

    static Deployment init(Path folder, int port, String version) throws IOException, InterruptedException {
        run(RunningWire.command(
                "io.casewire.operations.Operations",
                "init",
                folder.toString(),
                "--trial-store",
                "--port",
                Integer.toString(port),
                "--version",
                version));
        boolean plugin =
                new ProcessBuilder("docker", "compose", "version").start().waitFor() == 0;
        return new Deployment(folder, port, plugin ? List.of("docker", "compose") : List.of("docker-compose"));
    }

    @Override
    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    Path folder() {
        return folder;
    }

    void up() throws IOException, InterruptedException {
        compose("up", "-d");
        healthy();
    }

    /** What Compose prints. */
    String compose(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(compose);
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder process = new ProcessBuilder(command).directory(folder.toFile());
        process.environment().put("COMPOSE_PROJECT_NAME", PROJECT);
        // the receiver of the test is a container beside notify
        process.environment().put("CASEWIRE_NOTIFY_ALLOW_HTTP", "true");
        process.environment().put("CASEWIRE_NOTIFY_ALLOWED_NETWORKS", "172.16.0.0/12,192.168.0.0/16");
        return run(process);
    }

    static String docker(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(Arrays.asList(arguments));
        return run(new ProcessBuilder(command));
    }

    String network(String name) {
        return PROJECT + "_" + name;
    }

    String container(String service) throws IOException, InterruptedException {
        return compose("ps", "-q", service).strip();
    }

    JsonNode inspect(String service) throws IOException, InterruptedException {
        return WireJson.mapper().readTree(docker("inspect", container(service))).get(0);
    }

    /** As a crash would: its process is killed from outside, and the restart policy has to bring it back. */
    void crash(String service) throws IOException, InterruptedException {
        long pid = inspect(service).get("State").get("Pid").asLong();
        assertThat(pid).as("process of %s", service).isPositive();
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        await().atMost(HEALTHY)
                .until(() -> inspect(service).get("State").get("Pid").asLong(), now -> now > 0 && now != pid);
    }

    void healthy() {
        for (String service : SERVICES) {
            await().atMost(HEALTHY).pollInterval(Duration.ofSeconds(1)).until(() -> isHealthy(service));
        }
        await().atMost(HEALTHY).until(() -> isHealthy("console") && isHealthy("kafka") && isHealthy("store"));
    }

    private boolean isHealthy(String service) throws IOException, InterruptedException {
        return inspect(service)
                .get("State")
                .get("Health")
                .get("Status")
                .asString()
                .equals("healthy");
    }

    @Override
    public void close() {
        try {
            compose("down", "--volumes", "--timeout", "50");
        } catch (IOException e) {
            throw new IllegalStateException("The deployment could not be taken down", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String run(ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.redirectError(ProcessBuilder.Redirect.PIPE).start();
        StringBuilder complaints = new StringBuilder();
        Thread reader = Thread.startVirtualThread(() -> process.errorReader(StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> complaints.append(line).append('\n')));
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        reader.join();
        assertThat(status)
                .as("%s: %s%s", String.join(" ", command.command()), output, complaints)
                .isZero();
        return output;
    }
}
