package io.casewire.identity.web;

import io.casewire.identity.Caller;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** Reads tokens as the services do, for the console, which tells people who they are signed in as and decides nothing by it. */
public final class SessionTokens {
    private final JwtDecoder decoder;

    /** @throws io.casewire.identity.local.UnusableKeys when the keys cannot be used */
    public SessionTokens(IdentitySettings settings, InstantSource clock) {
        this.decoder = Decoders.from(settings, clock);
    }

    /** What a service would make of a token. */
    public sealed interface Reading {
        /**
         * It would be taken.
         *
         * @param id its {@code jti}; null where it has none
         */
        record Good(Caller caller, @Nullable String id, Instant expiresAt) implements Reading {}

        /** It would be refused: expired, revoked, ended, or none of ours. */
        record Bad() implements Reading {}

        /** Nobody can say at the moment, as when the list of revoked tokens cannot be read. */
        record Unknown() implements Reading {}
    }

    public Reading read(String token) {
        try {
            Jwt jwt = decoder.decode(token);
            return new Reading.Good(
                    Caller.of(jwt), jwt.getId(), Objects.requireNonNull(jwt.getExpiresAt(), "it was checked"));
        } catch (BadJwtException _) {
            return new Reading.Bad();
        } catch (JwtException _) {
            return new Reading.Unknown();
        }
    }
}
