package io.casewire.benchmarks.program;

import io.casewire.benchmarks.report.NotMeasured;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/** Processor time of processes, in seconds of all their threads. */
public final class ProcessorTime {
    /** Less than this in a second, and nothing is under way any more. */
    private static final double QUIET = 0.15;

    private static final int QUIET_SECONDS = 2;

    private ProcessorTime() {}

    /**
     * What a process has taken so far.
     *
     * @throws NotMeasured where the system does not tell
     */
    public static double of(ProcessHandle process) {
        return process.info()
                        .totalCpuDuration()
                        .orElseThrow(() -> new NotMeasured("this system does not tell processor times"))
                        .toNanos()
                / 1e9;
    }

    /**
     * Waits until hardly any is taken for two seconds, or the time is over.
     *
     * @param seconds taken so far
     * @return what was taken then
     */
    public static double settled(DoubleSupplier seconds, Duration within) throws InterruptedException {
        long end = System.nanoTime() + within.toNanos();
        double before = seconds.getAsDouble();
        for (int quiet = 0; quiet < QUIET_SECONDS && System.nanoTime() < end; ) {
            Thread.sleep(Duration.ofSeconds(1));
            double now = seconds.getAsDouble();
            quiet = now - before < QUIET ? quiet + 1 : 0;
            before = now;
        }
        return before;
    }
}
