package io.casewire.benchmarks.ingest;

import io.casewire.benchmarks.report.Bench;
import io.casewire.benchmarks.report.BenchCommand;
import io.casewire.benchmarks.report.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** {@code casewire bench ingest}, started in the repository's root. */
public final class IngestCommand {
    private IngestCommand() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        IngestOptions options = new IngestOptions();
        BenchCommand.main(options, (scratch, out) -> run(options, scratch, out, arguments), arguments);
    }

    private static void run(IngestOptions options, Path scratch, PrintStream out, String... arguments)
            throws IOException, InterruptedException {
        Path repository = Path.of("").toAbsolutePath();
        Build today = Build.today(repository);
        Report report = new Report(Bench.called("ingest", arguments), options.settings(), options.json(), out);
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
    }
}
