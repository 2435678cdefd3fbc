package io.casewire.extraction.worker;

import io.casewire.extraction.ExtractionLimits;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What the processes are given.
 *
 * @param classPath of a process, as {@code java -cp} takes it; with the readers and their libraries
 * @param heap in bytes, of a process
 * @param timeLimit for a file, from its hand-over to its answer
 * @param cpuLimit processor time for a file, all threads together
 * @param workers processes at the same time; each is started when it is needed first
 * @param jobsPerWorker files after which a process is replaced
 * @param folder where folders for temporary files are made; must exist
 */
public record WorkerSettings(
        String classPath,
        long heap,
        Duration timeLimit,
        Duration cpuLimit,
        int workers,
        int jobsPerWorker,
        Path folder,
        ExtractionLimits limits) {
    public static final long DEFAULT_HEAP = 512L << 20;
    public static final Duration DEFAULT_TIME_LIMIT = Duration.ofMinutes(2);
    public static final Duration DEFAULT_CPU_LIMIT = Duration.ofMinutes(1);
    public static final int DEFAULT_JOBS_PER_WORKER = 200;

    public WorkerSettings {
        if (heap < 1 << 20 || workers < 1 || jobsPerWorker < 1) {
            throw new IllegalArgumentException("A worker needs a heap of at least 1 MB and at least one file");
        }
        if (!timeLimit.isPositive() || !cpuLimit.isPositive()) {
            throw new IllegalArgumentException("The limits of a worker must be positive");
        }
    }

    /** One process with the usual limits. */
    public static WorkerSettings usual(String classPath, Path folder) {
        return new WorkerSettings(
                classPath,
                DEFAULT_HEAP,
                DEFAULT_TIME_LIMIT,
                DEFAULT_CPU_LIMIT,
                1,
                DEFAULT_JOBS_PER_WORKER,
                folder,
                ExtractionLimits.DEFAULT);
    }

    /** The class path that this process was started with. */
    public static String ownClassPath() {
        return System.getProperty("java.class.path");
    }
}
