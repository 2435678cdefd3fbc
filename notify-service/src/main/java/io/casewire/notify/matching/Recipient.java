package io.casewire.notify.matching;

import io.casewire.notify.rhythm.Timing;
import io.casewire.notify.subscription.Way;

/**
 * A subscription an event is for.
 *
 * @param subscription its id
 * @param agency its owner
 * @param way how it is told
 * @param timing and when
 */
public record Recipient(String subscription, String agency, Way way, Timing timing) {
    /** Without the way, which may hold a secret. */
    @Override
    public String toString() {
        return subscription;
    }
}
