package io.casewire.notify.subscription;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the messages of a subscription are signed with.
 *
 * @param secret signs; null once the subscription is deleted, and without a webhook
 * @param previousSecret signs as well until {@code previousUntil}; null where none was replaced yet
 */
record Secrets(
        @Nullable SigningSecret secret,
        @Nullable SigningSecret previousSecret,
        @Nullable Instant previousUntil) {
    /** Of a deleted subscription, and of one without a webhook. */
    static final Secrets NONE = new Secrets(null, null, null);

    /** Of a new subscription. */
    static Secrets of(SigningSecret secret) {
        return new Secrets(secret, null, null);
    }

    /** Signing with the next one from now on, and with the present one until then. */
    Secrets rotated(SigningSecret next, Instant until) {
        return new Secrets(next, secret, until);
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
