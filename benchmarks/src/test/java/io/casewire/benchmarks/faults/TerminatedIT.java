package io.casewire.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ingest and the catalogue are asked to end once each. */
class TerminatedIT {
    @TempDir
    private Path folder;

    @Test
    void bothEndInTimeAndNothingAcknowledgedIsLost() throws IOException, InterruptedException {
        Outcome outcome = new Terminated(folder, 24, 1).run();

        assertThat(outcome.violations()).isEmpty();
        assertThat(outcome.acknowledged()).isEqualTo(24);
    }
}
