package io.casewire.identity.web;

import io.casewire.identity.Caller;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Reads tokens as the services do, for the console, which tells people who they are signed in as and decides nothing by it. */
public final class SessionTokens {
    private final JwtDecoder decoder;

    /** @throws io.casewire.identity.local.UnusableKeys when the keys cannot be used */
    public SessionTokens(IdentitySettings settings, InstantSource clock) {
        this.decoder = Decoders.from(settings, clock);
    }

    /**
     * What a good token says.
     *
     * @param id its {@code jti}; null where it has none
     */
    public record Reading(Caller caller, @Nullable String id, Instant expiresAt) {}

    /**
     * Empty for a token that a service would refuse.
     *
     * @throws org.springframework.security.oauth2.jwt.JwtException when it is neither good nor bad at the moment
     */
    public Optional<Reading> read(String token) {
        try {
            Jwt jwt = decoder.decode(token);
            return Optional.of(
                    new Reading(Caller.of(jwt), jwt.getId(), Objects.requireNonNull(jwt.getExpiresAt(), "checked")));
        } catch (BadJwtException _) {
            return Optional.empty();
        }
    }
}
