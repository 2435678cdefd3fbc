package io.casewire.cli.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.casewire.cli.Casewire;
import io.casewire.cli.Tool;
import io.casewire.cli.access.ServicePrincipal;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.Topics;
import io.casewire.embedded.Access;
import io.casewire.standalone.remote.Instance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar in a process of its own, as the launcher runs it. */
class UpIT {
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(5);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void endWhatIsLeft() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void startsStopsOnSignalStartsAgainAndKeepsASecondOut() throws Exception {
        Files.createDirectories(data());
        Files.createDirectories(inbox());
        Files.setPosixFilePermissions(data(), PosixFilePermissions.fromString("rwxr-xr-x"));
        Process first = start("first");
        awaitReady("first", first);
        assertThat(Instance.in(data()))
                .hasValueSatisfying(instance -> assertThat(instance.pid()).isEqualTo(first.pid()));

        assertThatStrangersAreRefused(Instance.in(data()).orElseThrow());
        assertThatEveryServiceMayReadWhatItListensTo(Instance.in(data()).orElseThrow());
        assertThatDocumentsGoInFromTheCommandLine();
        assertThatDocumentsGoInFromTheInbox();

        Process rival = start("rival");
        assertThat(rival.waitFor(STARTS_WITHIN.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(rival.exitValue()).isEqualTo(1);
        assertThat(output("rival")).contains("an instance already runs on " + data());

        first.destroy();
        assertThat(first.waitFor(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(output("first")).endsWith("Stopped.\n");
        assertThat(data().resolve("standalone.json")).doesNotExist();
        assertThat(data().resolve("standalone.pid")).doesNotExist();

        Process killed = start("killed");
        awaitReady("killed", killed);
        killed.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
        awaitReady("after the kill", start("after the kill"));
    }

    private void assertThatStrangersAreRefused(Instance instance) throws Exception {
        try (MongoClient ours = MongoClients.create(Files.readString(data().resolve("access/store.uri")));
                MongoClient stranger = MongoClients.create(instance.mongo());
                Admin admin = Admin.create(new HashMap<>(Access.in(data()).kafka(instance.kafka())));
                Admin nobody = Admin.create(Map.of(
                        "bootstrap.servers",
                        instance.kafka(),
                        "default.api.timeout.ms",
                        "4000",
                        "request.timeout.ms",
                        "2000"))) {
            assertThat(ours.getDatabase("ingest").listCollectionNames()).isNotEmpty();
            assertThatThrownBy(stranger.getDatabase("ingest").listCollectionNames()::first)
                    .hasMessageContaining("requires authentication");
            assertThat(admin.listTopics().names().get()).isNotEmpty();
            assertThatThrownBy(() -> nobody.listTopics().names().get()).isInstanceOf(ExecutionException.class);
        }
        assertThat(Files.readString(data().resolve("standalone.json")))
                .doesNotContain(Access.in(data()).password());
        assertThat(output("first")).doesNotContain(Access.in(data()).password());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data())))
                .isEqualTo("rwx------");
    }

    /** A deployment gives each service the topics of its {@link ServicePrincipal}; here, where all may read all, none may listen to more. */
    private void assertThatEveryServiceMayReadWhatItListensTo(Instance instance) throws Exception {
        try (Admin admin = Admin.create(new HashMap<>(Access.in(data()).kafka(instance.kafka())))) {
            for (ServicePrincipal service : ServicePrincipal.all()) {
                List<String> groups = admin.listGroups().all().get().stream()
                        .map(GroupListing::groupId)
                        .filter(group -> group.startsWith(service.groupPrefix()))
                        .toList();
                if (service.reads().isEmpty()) {
                    assertThat(groups).as(service.name()).isEmpty();
                    continue;
                }
                Set<String> listenedTo = admin.describeConsumerGroups(groups).all().get().values().stream()
                        .flatMap(group -> group.members().stream())
                        .flatMap(member -> member.assignment().topicPartitions().stream())
                        .map(TopicPartition::topic)
                        .collect(Collectors.toSet());
                assertThat(service.reads().stream().map(Topic::name))
                        .as(service.name())
                        .containsAll(listenedTo);
                assertThat(listenedTo).as(service.name()).contains(Topics.TASK.name());
            }
        }
    }

    private void assertThatDocumentsGoInFromTheCommandLine() throws IOException {
        Path folder = Files.createDirectory(directory.resolve("文件"));
        Files.copy(Path.of("../samples/plan.txt"), folder.resolve("方案.txt"));
        Files.write(folder.resolve("picture.txt"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10});
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("附件.zip")))) {
            zip.putNextEntry(new ZipEntry("卷/报告.txt"));
            zip.write(Files.readAllBytes(Path.of("../samples/report.txt")));
            zip.putNextEntry(new ZipEntry("note.txt"));
            zip.write("今天天气很好。".getBytes(StandardCharsets.UTF_8));
        }

        Tool ran = Tool.run("ingest", "--data", data().toString(), folder.toString());

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.said().lines().map(line -> line.replaceAll(" +", " ")))
                .anySatisfy(line -> assertThat(line).startsWith(" 方案.txt published: 22 tasks"))
                .anySatisfy(line -> assertThat(line).startsWith(" picture.txt refused: This is a PNG image"))
                .contains(" 附件.zip unpacked: 2 documents")
                .anySatisfy(line -> assertThat(line).startsWith(" 附件.zip › 卷/报告.txt published: 19 cases"))
                .anySatisfy(line -> assertThat(line).startsWith(" 附件.zip › note.txt rejected: "))
                .last()
                .asString()
                .startsWith("4 documents: 2 published, 2 rejected, 0 failed; see http://127.0.0.1:");
        assertThat(Tool.run(
                                "ingest",
                                "--data",
                                data().toString(),
                                folder.resolve("方案.txt").toString())
                        .status())
                .isZero();
    }

    private void assertThatDocumentsGoInFromTheInbox() throws IOException {
        Path draft = Files.copy(Path.of("../samples/best-practices.txt"), directory.resolve("draft"));
        Files.move(draft, Files.createDirectory(inbox().resolve("商务厅")).resolve("最佳实践.txt"));

        Path report = inbox().resolve("done/商务厅/最佳实践.txt.report.txt");
        await().atMost(Duration.ofMinutes(1)).until(() -> Files.exists(report));
        assertThat(report).content().contains("已发布 · published", "案例 cases 8");
    }

    private Path inbox() {
        return directory.resolve("收件箱");
    }

    private void awaitReady(String name, Process process) {
        await().atMost(STARTS_WITHIN).until(() -> output(name).contains("Ready after") || !process.isAlive());
        assertThat(process.isAlive()).as(() -> name + " runs").isTrue();
    }

    private Process start(String name) throws IOException {
        Path jar = Path.of("target", "casewire.jar").toAbsolutePath();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx640m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        jar.toString(),
                        Casewire.class.getName(),
                        "up",
                        "--data",
                        data().toString(),
                        "--port",
                        "0",
                        "--inbox",
                        inbox().toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(name).toFile())
                .start();
        processes.add(process);
        return process;
    }

    private Path data() {
        return directory.resolve("data");
    }

    private String output(String name) {
        try {
            return Files.readString(directory.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
