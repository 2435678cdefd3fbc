package io.casewire.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.benchmarks.program.Footprint;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An hour of thirty looks at one process, of which the first ten are its beginning. */
class FlatnessTests {
    private static final int LOOKS = 30;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // MB of heap, threads and descriptors more with each look; whose rise is told
                "0    | 0   | 0 |",
                "-1   | -1  | -1|",
                "0.5  | 0   | 0 |",
                "2    | 0   | 0 | heap",
                "0    | 0.3 | 0 |",
                "0    | 1   | 0 | threads",
                "0    | 0   | 1 |",
                "0    | 0   | 4 | descriptors",
            })
    void tellsWhatRisesByMoreThanItsBound(double heap, double threads, double descriptors, String told) {
        Flatness flatness = new Flatness();
        for (int look = 0; look < LOOKS; look++) {
            flatness.saw("ingest", hours(look), new Footprint(100 + heap * look, (int) (60 + threads * look), (long)
                    (200 + descriptors * look)));
        }

        if (told == null) {
            assertThat(flatness.wrong()).isEmpty();
        } else {
            assertThat(flatness.wrong()).singleElement().asString().contains("ingest rose", told);
        }
    }

    @Test
    void theBeginningIsNotJudged() {
        Flatness flatness = new Flatness();
        for (int look = 0; look < LOOKS; look++) {
            flatness.saw("ingest", hours(look), new Footprint(look < LOOKS / 3 ? 20 * look : 200, 60, 200));
        }

        assertThat(flatness.wrong()).isEmpty();
        assertThat(flatness.measured()).containsEntry("MB of heap an hour at most, ingest", 0.0);
    }

    @Test
    void whatGoesUpAndDownIsFlat() {
        Flatness flatness = new Flatness();
        for (int look = 0; look < LOOKS; look++) {
            flatness.saw("ingest", hours(look), new Footprint(100 + look % 2 * 30, 60 + look % 3, 200));
        }

        assertThat(flatness.wrong()).isEmpty();
    }

    @Test
    void measuresTheSteepestWithItsProcess() {
        Flatness flatness = new Flatness();
        for (int look = 0; look < LOOKS; look++) {
            flatness.saw("ingest", hours(look), new Footprint(100, 60, 200));
            flatness.saw("notify", hours(look), new Footprint(100 + 6 * hours(look), 60, 200));
        }

        assertThat(flatness.measured().get("MB of heap an hour at most, notify"))
                .isCloseTo(6, Offset.offset(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"1, true", "1.2, true", "2.5, false"})
    void aDocumentMayNotTakeMoreAndMoreOfTheDisk(double later, boolean holds) {
        Flatness flatness = new Flatness();
        double megabytes = 0;
        for (int look = 0; look < LOOKS; look++) {
            flatness.sawDisk(look * 10, megabytes);
            megabytes += look < 20 ? 1 : later;
        }

        assertThat(flatness.wrong()).hasSize(holds ? 0 : 1);
    }

    @Test
    void aRunTooShortToBeJudgedSaysNothingWrong() {
        Flatness flatness = new Flatness();
        flatness.saw("ingest", 0, new Footprint(100, 60, 200));
        flatness.sawDisk(0, 0);

        assertThat(flatness.wrong()).isEqualTo(List.of());
    }

    private static double hours(int look) {
        return look / (double) LOOKS;
    }
}
