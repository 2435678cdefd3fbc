package io.casewire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.standalone.remote.Instance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar in a process of its own, as the launcher runs it. */
class StandaloneIT {
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
        Process first = start("first");
        awaitReady("first", first);
        assertThat(Instance.in(data()))
                .hasValueSatisfying(instance -> assertThat(instance.pid()).isEqualTo(first.pid()));

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
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        jar.toString(),
                        Standalone.class.getName(),
                        "--data",
                        data().toString(),
                        "--port",
                        "0")
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
