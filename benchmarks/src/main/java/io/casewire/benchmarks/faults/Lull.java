package io.casewire.benchmarks.faults;

import java.time.Duration;

/** Whether a count that rises has come to rest. */
final class Lull {
    private final Duration quiet;
    private final Duration atMost;
    private final int first;
    private final long begun;
    private int last;
    private long since;

    /**
     * Begins now.
     *
     * @param count that is there already
     * @param quiet it rests when it has risen and then has not for so long
     * @param atMost and when so much has passed at all
     */
    Lull(int count, Duration quiet, Duration atMost) {
        this(count, quiet, atMost, System.nanoTime());
    }

    Lull(int count, Duration quiet, Duration atMost, long now) {
        this.quiet = quiet;
        this.atMost = atMost;
        this.first = count;
        this.last = count;
        this.begun = now;
        this.since = now;
    }

    /** Whether it rests, as it is looked at now. */
    boolean lasts(int count, long now) {
        if (count != last) {
            last = count;
            since = now;
        }
        return now - begun > atMost.toNanos() || (last != first && now - since > quiet.toNanos());
    }
}
