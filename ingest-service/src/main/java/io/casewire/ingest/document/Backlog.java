package io.casewire.ingest.document;

import io.casewire.ingest.upload.WorkQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How much waits, asked of the store at most once a second while there is room: other instances add little meanwhile. */
final class Backlog {
    private static final Duration GOOD_FOR = Duration.ofSeconds(1);

    private final WorkQueue queue;
    private final int max;
    private final InstantSource clock;
    private Instant asked = Instant.EPOCH;
    private long atMost;

    Backlog(WorkQueue queue, int max, InstantSource clock) {
        this.queue = queue;
        this.max = max;
        this.clock = clock;
    }

    /** Whether one more may wait; counts it where it may. */
    synchronized boolean takesOneMore() {
        Instant now = clock.instant();
        if (atMost >= max || asked.plus(GOOD_FOR).isBefore(now)) {
            atMost = queue.size();
            asked = now;
        }
        if (atMost >= max) {
            return false;
        }
        atMost++;
        return true;
    }
}
