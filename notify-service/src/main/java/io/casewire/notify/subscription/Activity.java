package io.casewire.notify.subscription;

import org.jspecify.annotations.Nullable;

/**
 * Whether a subscription is matched and sent to.
 *
 * @param inactiveReason why the service switched it off; null where the owner did, or it is active
 */
record Activity(boolean active, @Nullable String inactiveReason) {
    static final Activity ACTIVE = new Activity(true, null);

    /** Switched off by the owner. */
    static final Activity PAUSED = new Activity(false, null);

    /** Switched off by the service. */
    static Activity stopped(String reason) {
        return new Activity(false, reason);
    }
}
