package io.casewire.benchmarks.notify;

import io.casewire.benchmarks.notify.NotifyOptions.Part;
import io.casewire.benchmarks.report.Bench;
import io.casewire.benchmarks.report.BenchCommand;
import io.casewire.benchmarks.report.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** {@code casewire bench notify}. */
public final class NotifyCommand {
    private NotifyCommand() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        System.setProperty("logback.configurationFile", "io/casewire/benchmarks/catalogue/quiet-log.xml");
        NotifyOptions options = new NotifyOptions();
        BenchCommand.main(options, (scratch, out) -> run(options, scratch, out, arguments), arguments);
        // what Micronaut and Netty leave running is no reason to stay
        System.exit(0);
    }

    /** Measures into that folder. */
    static void run(NotifyOptions options, Path scratch, PrintStream out, String... arguments)
            throws IOException, InterruptedException {
        Report report = new Report(Bench.called("notify", arguments), options.settings(), options.json(), out);
        for (Part part : options.parts()) {
            switch (part) {
                case matching -> new MatchingComparison(options, out).run(report);
                case fanout -> new FanOutComparison(options, scratch, out).run(report);
                case streams -> new StreamComparison(options, scratch, out).run(report);
                case latency -> new LatencyComparison(options, scratch, out).run(report);
            }
        }
        report.end();
    }
}
