package io.casewire.benchmarks.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.benchmarks.report.Bench;
import io.casewire.benchmarks.report.Report;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Ours and Lucene's Monitor, each asked for the subscriptions of the same events. */
class MatchingComparisonTests {
    @Test
    void findsTheSameSubscriptionsAndSaysWhatTheyCost(@TempDir Path folder) throws Exception {
        NotifyOptions options = new NotifyOptions();
        new CommandLine(options).parseArgs("--subscriptions", "2000", "--events", "5", "--rounds", "1");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        Path json = folder.resolve("notify.json");
        Report report = new Report(Bench.called("notify"), options.settings(), Optional.of(json), out);

        new MatchingComparison(options, out).run(report);
        report.end();

        assertThat(said.toString(StandardCharsets.UTF_8)).contains("of the same subscriptions", "CI floor 20.00");
        assertThat(Files.readString(json)).contains("matching2000", "\"floor\"").doesNotContain("\"hits\" : 0");
    }
}
