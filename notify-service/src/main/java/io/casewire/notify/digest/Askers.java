package io.casewire.notify.digest;

import io.casewire.notify.rhythm.Timing;
import java.time.Instant;
import java.util.Optional;

/** The subscriptions, as those who make digests for them see them. */
interface Askers {
    /** What that subscription asks for; empty when it is deleted or never was. */
    Optional<Asker> find(String subscription, Instant now);

    /**
     * A subscription.
     *
     * @param asks false: switched off, or past its end; what waits is told or given up, and nothing else
     * @param ended past its end
     */
    record Asker(String agency, Timing timing, boolean asks, boolean ended) {}
}
