package io.casewire.benchmarks.ingest;

import io.casewire.benchmarks.report.Folders;
import io.casewire.benchmarks.report.NotMeasured;
import io.casewire.benchmarks.report.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** {@code casewire bench ingest}, started in the repository's root. */
public final class IngestCommand {
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private IngestCommand() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        IngestOptions options = new IngestOptions();
        CommandLine line = new CommandLine(options).setUsageHelpLongOptionsMaxWidth(24);
        try {
            line.parseArgs(arguments);
            if (line.isUsageHelpRequested()) {
                line.usage(out);
            } else {
                run(options, Path.of("").toAbsolutePath(), out);
            }
        } catch (ParameterException e) {
            err.println("casewire bench ingest: " + e.getMessage());
            CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
            System.exit(WRONG_USE);
        } catch (NotMeasured e) {
            err.println("casewire bench ingest: " + e.getMessage());
            System.exit(FAILED);
        }
    }

    private static void run(IngestOptions options, Path repository, PrintStream out)
            throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("casewire-bench-");
        try {
            Build today = Build.today(repository);
            Report report = new Report(options.settings(), options.json(), out);
            if (options.wants(IngestOptions.Part.comparison)) {
                try (Worktree worktree = Worktree.of(repository, options.baseline(), scratch.resolve(Build.BASELINE))) {
                    new IngestComparison(options, scratch, out).run(worktree.build(), today, report);
                }
            }
            if (options.wants(IngestOptions.Part.formats)) {
                new FormatComparison(options, scratch, out).run(today, report);
            }
            if (options.wants(IngestOptions.Part.publishing)) {
                new PublishingComparison(options, scratch, out).run(report);
            }
            report.end();
        } finally {
            Folders.delete(scratch);
        }
    }
}
