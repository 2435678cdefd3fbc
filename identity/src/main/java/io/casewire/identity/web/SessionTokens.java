package io.casewire.identity.web;

import io.casewire.identity.Caller;
import io.casewire.identity.local.TokenIssuer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;

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
         * @param endable whether the list of ended sessions counts for it
         */
        record Good(Caller caller, @Nullable String id, boolean endable, Instant expiresAt) implements Reading {}

        /**
         * It would be refused: expired, revoked, ended, or none of ours.
         *
         * @param reason for the operator; repeats nothing of the token
         */
        record Bad(String reason) implements Reading {}

        /** Nobody can say at the moment, as when the list of revoked tokens cannot be read. */
        record Unknown() implements Reading {}
    }

    public Reading read(String token) {
        try {
            Jwt jwt = decoder.decode(token);
            return new Reading.Good(
                    Caller.of(jwt),
                    jwt.getId(),
                    jwt.hasClaim(TokenIssuer.SESSION_CLAIM),
                    Objects.requireNonNull(jwt.getExpiresAt(), "it was checked"));
        } catch (JwtValidationException e) {
            return new Reading.Bad(
                    String.valueOf(e.getErrors().iterator().next().getDescription()));
        } catch (BadJwtException _) {
            return new Reading.Bad("It is no JSON Web Token with a signature of the issuer's keys.");
        } catch (JwtException _) {
            return new Reading.Unknown();
        }
    }
}
