package io.casewire.notify.digest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The stored windows and digests. Every method fails as the store does. */
interface DigestStore {
    Optional<Hold> hold(String id);

    /** False where there is one of that id. */
    boolean insert(Hold hold);

    /** Writes the next revision; false if somebody else was quicker. */
    boolean replace(Hold next);

    /** Whose window is to be closed by then, and that nobody is closing at that time, the longest due first. */
    List<Hold> due(Instant closing, Instant now, int max);

    Optional<Digest> digest(String id);

    /** False where there is one of that id: what that says counts. */
    boolean insert(Digest digest);

    /** Notes what tells it. */
    void queued(Digest digest, List<String> deliveries);
}
