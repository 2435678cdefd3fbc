package io.casewire.notify.subscription;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the receiver at the URL of a webhook has repeated a challenge, and so wants what is sent there.
 *
 * @param verifiedAt null while it has not
 * @param endedAt when the last attempt failed and no other follows; null where that is not so
 * @param failure what came of the last attempt that failed, one sentence; null where none did
 * @param asked how often its owner had it asked
 * @param askedAt when last
 */
record Verification(
        @Nullable Instant verifiedAt,
        @Nullable Instant endedAt,
        @Nullable String failure,
        int asked,
        Instant askedAt) {
    private static final int TIMES_ASKED = 20;
    private static final Duration BETWEEN_ASKING = Duration.ofMinutes(1);

    /** One that is to be asked. */
    static Verification asked(Instant now) {
        return new Verification(null, null, null, 1, now);
    }

    /** Asked once more. */
    Verification askedAgain(Instant now) {
        return new Verification(null, null, null, asked + 1, now);
    }

    boolean mayBeAsked(Instant now) {
        return asked < TIMES_ASKED && !now.isBefore(askedAt.plus(BETWEEN_ASKING));
    }

    Verification verified(Instant now) {
        return new Verification(now, null, null, asked, askedAt);
    }

    /** An attempt failed, and another follows. */
    Verification unanswered(String why) {
        return new Verification(null, null, why, asked, askedAt);
    }

    /** The last attempt failed. */
    Verification ended(String why, Instant now) {
        return new Verification(null, now, why, asked, askedAt);
    }

    /** Whether it is being asked. */
    boolean isPending() {
        return verifiedAt == null && endedAt == null;
    }

    /** Why nothing is sent to it now; null once it has answered. */
    @Nullable
    String reason() {
        if (verifiedAt != null) {
            return null;
        }
        String last = failure == null ? "" : " The last attempt: " + failure;
        return isPending()
                ? "Messages wait until the endpoint has repeated the challenge it is sent." + last
                : "The endpoint has not repeated the challenge it was sent; POST …/confirmation asks it once more."
                        + last;
    }
}
