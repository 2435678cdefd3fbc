package io.casewire.benchmarks.program;

import java.time.Duration;

/** What the objects of this process take. */
public final class Heap {
    private static final double MEGABYTE = 1024.0 * 1024;
    private static final int COLLECTIONS = 3;
    /** For what is freed only after a collection, as by cleaners. */
    private static final Duration BETWEEN = Duration.ofMillis(200);

    private Heap() {}

    /** Megabytes that stay after collecting. */
    public static double megabytes() throws InterruptedException {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            Thread.sleep(BETWEEN);
        }
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
    }
}
