package io.casewire.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.ContainerNetwork;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ComposeContainer;
import org.testcontainers.containers.DockerComposeContainer;
import org.testcontainers.lifecycle.Startable;
import org.testcontainers.utility.Base58;

/**
 * A deployment folder of {@code casewire init}, with MongoDB where its image is and else the trial store, started by Testcontainers with the Compose that is on this
 * machine: v2 where the engine's client has it, else 1.29.
 */
final class Deployment extends ConsoleClient implements AutoCloseable {
    static final List<String> SERVICES =
            List.of("ingest-service", "catalog-service", "replication-service", "notify-service");
    static final String MONGO = "mongo:8.0.17";
    private static final Duration HEALTHY = Duration.ofMinutes(5);
    // labels that both Compose put on containers
    private static final String PROJECT = "com.docker.compose.project";
    private static final String SERVICE = "com.docker.compose.service";
    private static final String NUMBER = "com.docker.compose.container-number";
    private static final String ONE_OFF = "com.docker.compose.oneoff";
    // the receiver of the test is a container beside notify
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "CASEWIRE_NOTIFY_ALLOW_HTTP", "true", "CASEWIRE_NOTIFY_ALLOWED_NETWORKS", "172.16.0.0/12,192.168.0.0/16");

    private final DockerClient engine = DockerClientFactory.lazyClient();
    private final Path folder;
    private final List<String> command;
    private final String project = "casewiretest" + Base58.randomString(4).toLowerCase(Locale.ROOT);
    private final Startable everything;

    private Deployment(Path folder, boolean plugin) {
        this.folder = folder;
        this.command = plugin ? List.of("docker", "compose") : List.of("docker-compose");
        List<File> files = Arrays.stream(setting("COMPOSE_FILE").split(":"))
                .map(name -> folder.resolve(name).toFile())
                .toList();
        // a name known before the start: the folder's own command needs it
        String named = "--project-name=" + project;
        this.everything = plugin
                ? new ComposeContainer(project, files)
                        .withPull(false)
                        .withOptions(named)
                        .withEnv(ENVIRONMENT)
                : new DockerComposeContainer<>(project, files)
                        .withPull(false)
                        .withOptions(named)
                        .withEnv(ENVIRONMENT);
    }

    static Deployment init(Path folder, int port, String version) throws IOException, InterruptedException {
        run(RunningWire.command(
                "init",
                folder.toString(),
                hasMongo() ? "--local-images" : "--trial-store",
                "--port",
                Integer.toString(port),
                "--version",
                version));
        return new Deployment(
                folder,
                new ProcessBuilder("docker", "compose", "version").start().waitFor() == 0);
    }

    /** Whether the engine has MongoDB's image. */
    static boolean hasMongo() {
        return !DockerClientFactory.lazyClient()
                .listImagesCmd()
                .withReferenceFilter(MONGO)
                .exec()
                .isEmpty();
    }

    /** The port that Compose published. */
    @Override
    URI url() {
        Integer port = container("console").getNetworkSettings().getPorts().getBindings().values().stream()
                .flatMap(Arrays::stream)
                .map(binding -> Integer.valueOf(binding.getHostPortSpec()))
                .findFirst()
                .orElseThrow();
        return URI.create("http://127.0.0.1:" + port);
    }

    Path folder() {
        return folder;
    }

    void up() {
        everything.start();
        healthy();
    }

    /** Brings the number of instances of a service to that; the first ones stay. */
    void scale(Map<String, Integer> instances) throws IOException, InterruptedException {
        List<String> up = new ArrayList<>(List.of("up", "-d", "--no-recreate"));
        instances.forEach((service, count) -> up.addAll(List.of("--scale", service + "=" + count)));
        compose(up.toArray(String[]::new));
        healthy();
        instances.forEach(
                (service, count) -> assertThat(containers(service)).as(service).hasSize(count));
    }

    /** Another command of Compose, and what it prints. */
    String compose(String... arguments) throws IOException, InterruptedException {
        return run(command, arguments);
    }

    /** A command of the folder itself, and what it prints. */
    String casewire(String... arguments) throws IOException, InterruptedException {
        return run(List.of("./casewire"), arguments);
    }

    /** Joins a container to one of the deployment's networks under that name. */
    void join(String network, String container, String alias) {
        engine.connectToNetworkCmd()
                .withNetworkId(project + "_" + network)
                .withContainerId(container)
                .withContainerNetwork(new ContainerNetwork().withAliases(alias))
                .exec();
    }

    void leave(String network, String container) {
        engine.disconnectFromNetworkCmd()
                .withNetworkId(project + "_" + network)
                .withContainerId(container)
                .exec();
    }

    InspectContainerResponse container(String service) {
        return containers(service).getFirst();
    }

    /** In the order of their numbers. */
    List<InspectContainerResponse> containers(String service) {
        return engine.listContainersCmd().withShowAll(true).withLabelFilter(Map.of(SERVICE, service)).exec().stream()
                .filter(this::isOurs)
                .sorted(Comparator.comparing(container -> container.getLabels().get(NUMBER)))
                .map(container -> engine.inspectContainerCmd(container.getId()).exec())
                .toList();
    }

    /** As a crash would: its process is killed from outside, and the restart policy has to bring it back. */
    void crash(InspectContainerResponse victim) {
        long pid = processOf(victim.getId());
        assertThat(pid).as("process of %s", victim.getName()).isPositive();
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        await().atMost(HEALTHY).until(() -> processOf(victim.getId()), now -> now > 0 && now != pid);
    }

    void healthy() {
        List<String> all = new ArrayList<>(SERVICES);
        all.addAll(List.of("kafka", "store", "console"));
        for (String service : all) {
            await().alias(service).atMost(HEALTHY).until(() -> containers(service).stream()
                    .allMatch(container ->
                            "healthy".equals(container.getState().getHealth().getStatus())));
        }
    }

    @Override
    public void close() {
        everything.stop();
    }

    private long processOf(String container) {
        Long pid = engine.inspectContainerCmd(container).exec().getState().getPidLong();
        return pid == null ? 0 : pid;
    }

    private boolean isOurs(Container container) {
        return project.equals(container.getLabels().get(PROJECT))
                && !container.getLabels().getOrDefault(ONE_OFF, "False").equalsIgnoreCase("true");
    }

    private String run(List<String> program, String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(program);
        line.addAll(Arrays.asList(arguments));
        ProcessBuilder process = new ProcessBuilder(line).directory(folder.toFile());
        process.environment().put("COMPOSE_PROJECT_NAME", project);
        process.environment().putAll(ENVIRONMENT);
        return run(process);
    }

    private String setting(String name) {
        try (Stream<String> lines = Files.lines(folder.resolve(".env"))) {
            return lines.filter(line -> line.startsWith(name + "="))
                    .map(line -> line.substring(name.length() + 1))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
