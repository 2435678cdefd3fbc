package io.casewire.benchmarks.faults;

import io.casewire.benchmarks.report.NotMeasured;
import java.io.IOException;
import java.time.Duration;

/** Waits for what others do, looking again and again. */
final class Waiting {
    private static final Duration LOOKS_EVERY = Duration.ofMillis(200);

    private Waiting() {}

    /** What is waited for. */
    @FunctionalInterface
    interface Reached {
        boolean now() throws IOException, InterruptedException;
    }

    /**
     * Waits until that holds.
     *
     * @return seconds that it took
     * @throws NotMeasured where it does not in time, for that reason
     */
    static double until(Reached reached, Duration patience, String otherwise) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (!reached.now()) {
            if (System.nanoTime() - begun > patience.toNanos()) {
                throw new NotMeasured(otherwise + " within " + patience.toSeconds() + " s");
            }
            Thread.sleep(LOOKS_EVERY);
        }
        return (System.nanoTime() - begun) / 1e9;
    }
}
