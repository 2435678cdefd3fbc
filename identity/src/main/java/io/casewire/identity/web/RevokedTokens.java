package io.casewire.identity.web;

import io.casewire.identity.local.Revocations;
import io.casewire.identity.local.UnusableKeys;
import java.io.Serial;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.JwtException;

/** Asks the {@link Revocations} about each token, and says in the log when they cannot be asked. */
final class RevokedTokens {
    private static final Logger LOG = LoggerFactory.getLogger(RevokedTokens.class);

    private final @Nullable Revocations revocations;
    private final @Nullable Revocations ended;
    private final AtomicBoolean unknown = new AtomicBoolean();

    /**
     * @param revocations null where this process was given no directory to look into
     * @param ended sessions that were ended by those who had them; the same
     */
    RevokedTokens(@Nullable Revocations revocations, @Nullable Revocations ended) {
        this.revocations = revocations;
        this.ended = ended;
        if (revocations != null && !revocations.isKept()) {
            LOG.warn(
                    "There is no list of revoked tokens at {}: until there is, no revocation holds here",
                    revocations.file());
        }
    }

    /**
     * @param session whether the token is a session at the console
     * @throws Unknown when the list can no longer be read: the token is neither good nor bad
     */
    boolean cover(@Nullable String id, String subject, Instant issuedAt, boolean session) {
        if (revocations == null) {
            return false;
        }
        try {
            boolean revoked = revocations.cover(id, subject, issuedAt)
                    || (session && ended != null && ended.cover(id, subject, issuedAt));
            if (unknown.getAndSet(false)) {
                LOG.info("The list of revoked tokens can be read again");
            }
            return revoked;
        } catch (UnusableKeys e) {
            if (!unknown.getAndSet(true)) {
                LOG.error("No token is taken until this is put right: {}", e.getMessage());
            }
            throw new Unknown(e);
        }
    }

    /** Told to the caller as 503; without a token reading goes on. */
    static final class Unknown extends JwtException {
        @Serial
        private static final long serialVersionUID = 1L;

        private Unknown(UnusableKeys cause) {
            super("It is not known which tokens were revoked.", cause);
        }
    }
}
