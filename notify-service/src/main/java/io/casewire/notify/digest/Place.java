package io.casewire.notify.digest;

import io.casewire.notify.rhythm.Quiet;
import io.casewire.notify.rhythm.Timing;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where messages of a subscription wait for each other.
 *
 * @param timing of the subscription, as far as whoever puts a message there knows it
 * @param document that they are about; null for a digest of everything
 */
public record Place(
        String subscription, Timing timing, @Nullable String document) {
    /**
     * Where a message waits; empty where it goes out by itself.
     *
     * @param urgent whether it reminds of a deadline
     * @param document it belongs to; null for none
     */
    public static Optional<Place> of(String subscription, Timing timing, boolean urgent, @Nullable String document) {
        if (timing.digest() != null) {
            return Optional.of(new Place(subscription, timing, null));
        }
        Quiet quiet = timing.quiet();
        boolean exempt = urgent && quiet != null && quiet.urgent();
        return timing.byDocument() && document != null && !exempt
                ? Optional.of(new Place(subscription, timing, document))
                : Optional.empty();
    }

    /** The same for the same messages. */
    public String id() {
        return document == null ? subscription : subscription + "/" + document;
    }
}
