package io.casewire.notify.subscription;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By what we and the receiver of webhooks know each other: what messages are signed with, and whether it repeated a challenge.
 *
 * @param secret signs; null once the subscription is deleted, and without a webhook
 * @param previousSecret signs as well until {@code previousUntil}; null where none was replaced yet
 * @param verification null for one that need not be verified, and so for those of before there was verification
 */
record Secrets(
        @Nullable SigningSecret secret,
        @Nullable SigningSecret previousSecret,
        @Nullable Instant previousUntil,
        @Nullable Verification verification) {
    /** Of a deleted subscription, and of one without a webhook. */
    static final Secrets NONE = new Secrets(null, null, null, null);

    /** Of a new subscription. */
    static Secrets of(SigningSecret secret) {
        return new Secrets(secret, null, null, null);
    }

    /** The same, where the receiver stands so. */
    Secrets with(@Nullable Verification known) {
        return new Secrets(secret, previousSecret, previousUntil, known);
    }

    /** Whether messages may be sent. */
    boolean verified() {
        return verification == null || verification.verifiedAt() != null;
    }

    /** Whether a challenge is being sent. */
    boolean asking() {
        return verification != null && verification.isPending();
    }

    /** Signing with the next one from now on, and with the present one until then. */
    Secrets rotated(SigningSecret next, Instant until) {
        return new Secrets(next, secret, until, verification);
    }

    /** Those to sign with at that time, the newest first. */
    List<SigningSecret> at(Instant now) {
        List<SigningSecret> valid = new ArrayList<>();
        if (secret != null) {
            valid.add(secret);
        }
        if (previousSecret != null && previousUntil != null && now.isBefore(previousUntil)) {
            valid.add(previousSecret);
        }
        return valid;
    }
}
