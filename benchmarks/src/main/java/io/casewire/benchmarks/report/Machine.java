package io.casewire.benchmarks.report;

import java.lang.management.ManagementFactory;

/**
 * What was measured on.
 *
 * @param loadBefore programs that ran or waited for a processor, over the minute before
 * @param loadAfter the same at the end, with the measuring itself
 */
record Machine(int processors, double loadBefore, double loadAfter, String system, String jvm) {
    /** More than this a processor and other programs distort the times. */
    private static final double BUSY = 0.25;

    static Machine since(double loadBefore) {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                loadBefore,
                load(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.version().toString());
    }

    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /** Whether other programs were at work before it began. */
    boolean wasBusy() {
        return loadBefore > BUSY * processors;
    }
}
