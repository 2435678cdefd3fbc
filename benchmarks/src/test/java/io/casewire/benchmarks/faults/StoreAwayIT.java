package io.casewire.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store goes away for seconds. */
class StoreAwayIT {
    @TempDir
    private Path folder;

    @Test
    void nothingIsLostNoLetterIsDeadAndNobodyIsRebalanced() throws IOException, InterruptedException {
        Outcome outcome = new StoreAway(folder, 40, Duration.ofSeconds(3)).run();

        assertThat(outcome.violations()).isEmpty();
        assertThat(outcome.acknowledged()).isEqualTo(40);
        assertThat(outcome.observed()).isPositive();
    }
}
