package io.casewire.benchmarks.catalogue;

import io.casewire.benchmarks.report.Bench;
import io.casewire.benchmarks.report.BenchCommand;
import io.casewire.benchmarks.report.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** {@code casewire bench catalogue}. */
public final class CatalogueCommand {
    private CatalogueCommand() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        System.setProperty("logback.configurationFile", "io/casewire/benchmarks/catalogue/quiet-log.xml");
        CatalogueOptions options = new CatalogueOptions();
        BenchCommand.main(options, (scratch, out) -> run(options, scratch, out, arguments), arguments);
    }

    private static void run(CatalogueOptions options, Path scratch, PrintStream out, String... arguments)
            throws IOException, InterruptedException {
        Report report = new Report(Bench.called("catalogue", arguments), options.settings(), options.json(), out);
        if (options.wants(CatalogueOptions.Part.replay)) {
            new ReplayComparison(options, scratch, out).run(report);
        }
        if (options.wants(CatalogueOptions.Part.search)) {
            new SearchComparison(options, scratch, out).run(report);
        }
        if (options.wants(CatalogueOptions.Part.linking)) {
            new LinkingCost(options, scratch, out).run(report);
        }
        report.end();
    }
}
