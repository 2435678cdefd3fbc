package io.casewire.e2e;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The example that shows the live stream, running until it is closed; needs {@link Example#hasNode}. */
final class Watch implements AutoCloseable {
    private final Process process;
    private final Path output;

    private Watch(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static Watch of(URI casewire, Path folder, String... conditions) throws IOException {
        Path output = Files.createTempFile(folder, "watch", ".out");
        ProcessBuilder watch = Example.in(
                "node",
                Stream.concat(Stream.of("node", "watch.mjs"), Stream.of(conditions))
                        .toList());
        watch.environment().put("CASEWIRE", casewire.toString());
        return new Watch(
                watch.redirectError(ProcessBuilder.Redirect.INHERIT)
                        .redirectOutput(output.toFile())
                        .start(),
                output);
    }

    /** What it has printed so far. */
    List<String> lines() throws IOException {
        return Files.readAllLines(output);
    }

    int exit() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
