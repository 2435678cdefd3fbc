package io.casewire.benchmarks.ingest;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** {@code casewire bench ingest}, started in the repository's root. */
public final class IngestCommand {
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private IngestCommand() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        List<String> given = Arrays.asList(arguments);
        if (given.contains("--help") || given.contains("-h")) {
            out.print(IngestOptions.USAGE);
            return;
        }
        try {
            run(IngestOptions.parse(Path.of("").toAbsolutePath(), given), out);
        } catch (IllegalArgumentException e) {
            err.println("casewire bench ingest: " + e.getMessage());
            System.exit(WRONG_USE);
        } catch (NotMeasured e) {
            err.println("casewire bench ingest: " + e.getMessage());
            System.exit(FAILED);
        }
    }

    private static void run(IngestOptions options, PrintStream out) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("casewire-bench-");
        try (Worktree worktree =
                Worktree.of(options.repository(), options.baseline(), scratch.resolve(Build.BASELINE))) {
            Figures figures = new IngestComparison(options, scratch, out)
                    .run(worktree.build(), Build.today(options.repository()));
            figures.print(out);
            if (options.json().isPresent()) {
                figures.writeTo(options.json().get());
                out.println("Written to " + options.json().get());
            }
        } finally {
            delete(scratch);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
