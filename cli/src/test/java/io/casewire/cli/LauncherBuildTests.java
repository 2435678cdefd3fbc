package io.casewire.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two commands of which each finds that a build is needed, with a stand-in for Maven that takes a while. */
class LauncherBuildTests {
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    Path root;

    @BeforeEach
    void install() throws IOException, InterruptedException {
        assumeTrue(
                new ProcessBuilder("sh", "-c", "command -v flock").start().waitFor() == 0,
                "flock is missing here: two commands at once are not kept apart");
        Path scripts = Files.createDirectories(root.resolve(".ci"));
        Files.copy(Path.of("../.ci/build"), scripts.resolve("build"), StandardCopyOption.COPY_ATTRIBUTES);
        script(scripts.resolve("aot-cache"), "exit 0");
    }

    @Test
    void whoWaitedFindsItBuilt() throws IOException, InterruptedException {
        assertThat(together(0)).containsExactly(0, 0);
        assertThat(runs()).isOne();
    }

    @Test
    void whoWaitedForOneThatFailedBuildsItself() throws IOException, InterruptedException {
        assertThat(together(1)).containsExactly(1, 1);
        assertThat(runs()).isEqualTo(2);
    }

    private List<Integer> together(int status) throws IOException, InterruptedException {
        Path maven = Files.createDirectory(root.resolve("bin")).resolve("mvn");
        // the first says that it has begun, so that the second comes while it builds
        script(maven, "echo run >> '" + root + "/runs'; sleep 2; exit " + status);
        Process first = build();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!Files.exists(root.resolve("runs")) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        Process second = build();
        assertThat(second.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(first.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return List.of(first.exitValue(), second.exitValue());
    }

    private int runs() throws IOException {
        return Files.readAllLines(root.resolve("runs")).size();
    }

    private Process build() throws IOException {
        ProcessBuilder build = new ProcessBuilder(root.resolve(".ci/build").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        build.environment().merge("PATH", root.resolve("bin").toString(), (old, bin) -> bin + File.pathSeparator + old);
        return build.start();
    }

    private static void script(Path file, String line) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
