package io.casewire.benchmarks.program;

import io.casewire.benchmarks.report.NotMeasured;
import java.time.Duration;

/** Waits for what others do, looking again and again. */
public final class Waiting {
    private static final Duration LOOKS_EVERY = Duration.ofMillis(100);

    private Waiting() {}

    /** What is waited for. */
    @FunctionalInterface
    public interface Reached<E extends Exception> {
        boolean now() throws E, InterruptedException;
    }

    /**
     * Waits until that holds.
     *
     * @return seconds that it took
     * @throws NotMeasured where it does not in time, for that reason
     */
    public static <E extends Exception> double until(Reached<E> reached, Duration patience, String otherwise)
            throws E, InterruptedException {
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
