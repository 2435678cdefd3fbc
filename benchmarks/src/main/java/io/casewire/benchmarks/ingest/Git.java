package io.casewire.benchmarks.ingest;

import io.casewire.benchmarks.report.NotMeasured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs git in a repository. */
final class Git {
    private final Path repository;

    Git(Path repository) {
        this.repository = repository;
    }

    /**
     * What a command prints, without the last line end.
     *
     * @throws NotMeasured when it fails, with what it said
     */
    String output(String... arguments) {
        Result result = run(arguments);
        if (result.status() != 0) {
            throw new NotMeasured("git " + String.join(" ", arguments) + " failed: " + result.said());
        }
        return result.said();
    }

    boolean succeeds(String... arguments) {
        return run(arguments).status() == 0;
    }

    private Result run(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", repository.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), said.strip());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run git", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotMeasured("interrupted");
        }
    }

    private record Result(int status, String said) {}
}
