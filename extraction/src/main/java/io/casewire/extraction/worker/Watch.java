package io.casewire.extraction.worker;

import io.casewire.extraction.worker.Outcome.Limit;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Looks after one job: kills the process where it takes too much, or where nobody waits for it any more. */
final class Watch implements AutoCloseable {
    private static final Duration LOOKS_EVERY = Duration.ofMillis(50);

    private final Process process;
    private final WorkerSettings settings;
    private final Thread caller = Thread.currentThread();
    private final long began = System.nanoTime();
    private final Duration cpuBefore;
    private volatile @Nullable Limit exceeded;
    private volatile boolean over;

    Watch(Process process, WorkerSettings settings) {
        this.process = process;
        this.settings = settings;
        this.cpuBefore = cpu();
        Thread.ofVirtual().name("extraction-watch").start(this::look);
    }

    /** The limit for which the process was killed; null where it was not. */
    @Nullable
    Limit exceeded() {
        return exceeded;
    }

    @Override
    public void close() {
        over = true;
    }

    private void look() {
        while (!over && process.isAlive()) {
            if (System.nanoTime() - began > settings.timeLimit().toNanos()) {
                kill(Limit.TIME);
            } else if (cpu().minus(cpuBefore).compareTo(settings.cpuLimit()) > 0) {
                kill(Limit.CPU);
            } else if (caller.isInterrupted()) {
                kill(null);
            }
            try {
                Thread.sleep(LOOKS_EVERY);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private void kill(@Nullable Limit limit) {
        if (!over) {
            exceeded = limit;
            over = true;
            process.destroyForcibly();
        }
    }

    private Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
