package io.casewire.benchmarks.parsing;

import io.casewire.benchmarks.parsing.ParseOptions.Part;
import io.casewire.benchmarks.report.Bench;
import io.casewire.benchmarks.report.BenchCommand;
import io.casewire.benchmarks.report.NotMeasured;
import io.casewire.benchmarks.report.Report;
import java.io.IOException;
import java.io.PrintStream;

/** {@code casewire bench parse}: speed beside regular expressions, one long text, and what doubling a text costs. */
public final class ParseCommand {
    private ParseCommand() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        ParseOptions options = new ParseOptions();
        BenchCommand.main(options, (_, out) -> run(options, out, arguments), arguments);
    }

    private static void run(ParseOptions options, PrintStream out, String... arguments) throws IOException {
        Report report = new Report(Bench.called("parse", arguments), options.settings(), options.json(), out);
        Documents documents = Documents.available();
        ParseComparison comparison = new ParseComparison(documents, options.megabytes(), options.rounds(), out);
        if (options.wants(Part.SPEED)) {
            comparison.run(report);
        }
        if (options.wants(Part.LONG)) {
            comparison.runConcatenation();
        }
        if (options.wants(Part.LINEARITY) && !new Linearity().run(documents)) {
            throw new NotMeasured("twice the text costs more than 2.2 times");
        }
        report.end();
    }
}
