package io.casewire.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of a count that is 5 at the beginning, looked at each ten seconds; quiet is 15 s, the most 60 s. */
class LullTests {
    @ParameterizedTest
    @CsvSource({
        // nothing has come: it is waited for until the end
        "5 5 5, false",
        "5 5 5 5 5 5 5, true",
        // something has come, and the rest does not
        "6 6, false",
        "6 6 6, true",
        // it still rises
        "6 7 8 9, false",
        "6 7 8 9 10 11 12, true",
    })
    void lastsOnceNothingMoreComes(String counts, boolean rests) {
        Lull lull = new Lull(5, Duration.ofSeconds(15), Duration.ofSeconds(60), 0);
        long now = 0;
        boolean lasts = false;

        for (String count : counts.split(" ", -1)) {
            now += Duration.ofSeconds(10).toNanos();
            lasts = lull.lasts(Integer.parseInt(count), now);
        }

        assertThat(lasts).isEqualTo(rests);
    }
}
