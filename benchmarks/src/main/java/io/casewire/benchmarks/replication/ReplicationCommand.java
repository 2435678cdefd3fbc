package io.casewire.benchmarks.replication;

import io.casewire.benchmarks.report.Bench;
import io.casewire.benchmarks.report.BenchCommand;
import io.casewire.benchmarks.report.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** {@code casewire bench replication}. */
public final class ReplicationCommand {
    private ReplicationCommand() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        System.setProperty("logback.configurationFile", "io/casewire/benchmarks/catalogue/quiet-log.xml");
        ReplicationOptions options = new ReplicationOptions();
        BenchCommand.main(options, (scratch, out) -> run(options, scratch, out, arguments), arguments);
    }

    /** Measures into that folder. */
    static void run(ReplicationOptions options, Path scratch, PrintStream out, String... arguments)
            throws IOException, InterruptedException {
        Report report = new Report(Bench.called("replication", arguments), options.settings(), options.json(), out);
        try (LedgerUnderLoad ledger = LedgerUnderLoad.in(scratch.resolve("replication"), options, out)) {
            ledger.run(report);
        }
        report.end();
    }
}
