package io.casewire.benchmarks.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.casewire.benchmarks.notify.NotifyOptions.Part;
import io.casewire.benchmarks.report.Goal;
import io.casewire.benchmarks.report.NotMeasured;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class NotifyOptionsTests {
    @Test
    void takesEveryOption() {
        NotifyOptions options = parsed(
                "--json",
                "f.json",
                "--only",
                "matching,latency",
                "--subscriptions",
                "10,20",
                "--webhooks",
                "7",
                "--listeners",
                "8");
        assertThat(options.json()).contains(Path.of("f.json"));
        assertThat(options.parts()).containsExactly(Part.matching, Part.latency);
        assertThat(options.subscriptions()).containsExactly(10, 20);
        assertThat(options.settings()).containsEntry("webhooks", 7).containsEntry("listeners", 8);
    }

    @Test
    void measuresAllOfItAtFullSizeWhereNothingIsSaid() {
        NotifyOptions options = parsed();
        assertThat(options.parts()).containsExactly(Part.values());
        assertThat(options.subscriptions()).containsExactly(10_000, 100_000);
        assertThat(options)
                .extracting(NotifyOptions::rounds, NotifyOptions::webhooks, NotifyOptions::listeners)
                .containsExactly(5, 10_000, 1_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--jason=x|Unknown option",
                "--only=mail|matching",
                "--subscriptions=0|--subscriptions needs a number from 1 to 1000000, not 0",
                "--streamed=201|--streamed needs a number from 1 to 200, not 201",
                "--webhooks=many|is not an int",
            })
    void refusesWhatItDoesNotUnderstandByName(String word, String said) {
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> parsed(word))
                .withMessageContaining(said);
    }

    @Test
    void readsTheRateThatWrkTells() {
        assertThat(Wrk.told("Running 3s test\n  1 threads\nRequests/sec:  10432.51\nTransfer/sec: 1MB\n"))
                .isEqualTo(10_432.51);
        assertThatExceptionOfType(NotMeasured.class).isThrownBy(() -> Wrk.told("unable to connect"));
    }

    @Test
    void holdsAFloorBelowTheGoal() {
        Goal goal = Goal.atLeast(0.65, 0.8).withFloor(0.6);
        assertThat(goal.isMet()).isFalse();
        assertThat(goal.isAboveFloor()).isTrue();
        assertThat(Goal.atMost(600, 250).withFloor(500).isAboveFloor()).isFalse();
    }

    @Test
    void countsThePercentileThatIsThere() {
        List<Double> values = List.of(5.0, 1.0, 4.0, 2.0, 3.0);
        assertThat(LatencyComparison.percentile(values, 0.5)).isEqualTo(3);
        assertThat(LatencyComparison.percentile(values, 0.99)).isEqualTo(5);
    }

    private static NotifyOptions parsed(String... words) {
        NotifyOptions options = new NotifyOptions();
        new CommandLine(options).parseArgs(words);
        return options;
    }
}
