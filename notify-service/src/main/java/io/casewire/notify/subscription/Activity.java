package io.casewire.notify.subscription;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a subscription is matched and sent to.
 *
 * @param inactiveReason why the service switched it off; null where the owner did, or it is active
 * @param failedAt when the service gave the receiver up; null where it did not
 * @param untold true while its owner is still to be told of that elsewhere; null afterwards
 */
record Activity(
        boolean active,
        @Nullable String inactiveReason,
        @Nullable Instant failedAt,
        @Nullable Boolean untold) {
    static final Activity ACTIVE = new Activity(true, null, null, null);

    /** Switched off by the owner. */
    static final Activity PAUSED = new Activity(false, null, null, null);

    private static final Activity WAITING =
            stopped("Nothing is sent before the receiver has confirmed the mail it was sent.");
    private static final Activity UNSUBSCRIBED =
            stopped("The receiver has unsubscribed. POST …/confirmation asks it once more whether it wants messages.");

    /** What somebody wants, as far as the receiver does. */
    static Activity of(boolean wanted, Route route) {
        if (!wanted) {
            return PAUSED;
        }
        if (route.mailbox() != null) {
            return of(route.mailbox());
        }
        Verification asked = route.secrets().verification();
        return asked == null || asked.endedAt() == null ? ACTIVE : ended(asked);
    }

    private static Activity ended(Verification asked) {
        return new Activity(false, asked.reason(), null, null);
    }

    private static Activity of(Mailbox mailbox) {
        return switch (mailbox.status()) {
            case PENDING -> WAITING;
            case CONFIRMED -> ACTIVE;
            case UNSUBSCRIBED -> UNSUBSCRIBED;
        };
    }

    /** Switched off by the service. */
    static Activity stopped(String reason) {
        return new Activity(false, reason, null, null);
    }

    /** Switched off by the service, as nothing arrives; its owner is to be told. */
    static Activity failed(String reason, Instant now) {
        return new Activity(false, reason, now, true);
    }
}
