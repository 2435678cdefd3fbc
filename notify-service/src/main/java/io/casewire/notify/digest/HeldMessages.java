package io.casewire.notify.digest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages that wait, as those who make digests of them see them. Every method fails as the store does, and may be called again. */
public interface HeldMessages {
    /**
     * Ids of those that wait at that place, the one recorded first before the others.
     *
     * @param before recorded before that time; null for all
     */
    List<String> waiting(String hold, @Nullable Instant before, int max);

    /** Queues what tells that digest, where it is not queued yet; returns the ids of these deliveries. */
    List<String> queue(Digest digest);

    /** Notes that those a digest tells of wait no longer. */
    void told(Digest digest);

    /** Lets those that wait at that place go out by themselves. */
    void release(String hold);

    /** How many wait in all. */
    long count();
}
