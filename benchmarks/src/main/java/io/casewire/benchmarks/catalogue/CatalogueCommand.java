package io.casewire.benchmarks.catalogue;

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

/** {@code casewire bench catalogue}. */
public final class CatalogueCommand {
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private CatalogueCommand() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        System.setProperty("logback.configurationFile", "io/casewire/benchmarks/catalogue/quiet-log.xml");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        CatalogueOptions options = new CatalogueOptions();
        CommandLine line = new CommandLine(options).setUsageHelpLongOptionsMaxWidth(24);
        try {
            line.parseArgs(arguments);
            if (line.isUsageHelpRequested()) {
                line.usage(out);
            } else {
                run(options, out);
            }
        } catch (ParameterException e) {
            err.println("casewire bench catalogue: " + e.getMessage());
            CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
            System.exit(WRONG_USE);
        } catch (NotMeasured e) {
            err.println("casewire bench catalogue: " + e.getMessage());
            System.exit(FAILED);
        }
    }

    private static void run(CatalogueOptions options, PrintStream out) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("casewire-bench-");
        try {
            Report report = new Report(options.settings(), options.json(), out);
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
        } finally {
            Folders.delete(scratch);
        }
    }
}
