package io.casewire.identity.web;

import io.casewire.identity.local.TokenIssuer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param directory where the local keys and the list of revoked tokens are; must be set unless {@code issuerUri} is, and
 *     beside it means that the issuer's tokens can be revoked here too
 * @param issuerUri the operator's OIDC issuer, exactly as in its {@code iss} claim; absent means tokens of the local key
 * @param audience what {@code aud} must contain
 * @param clockSkew how far the issuer's clock may be off; at most five minutes
 * @param publicReading whether GET and HEAD need no token
 * @param openProbes whether liveness, readiness and Prometheus metrics need no token; meant for a loopback or internal port
 * @param contentSecurityPolicy the header of that name, where a response does not set its own
 */
@ConfigurationProperties("casewire.identity")
public record IdentitySettings(
        @Nullable Path directory,
        @Nullable URI issuerUri,
        @DefaultValue(TokenIssuer.AUDIENCE) String audience,
        @DefaultValue("60s") Duration clockSkew,
        @DefaultValue("true") boolean publicReading,
        @DefaultValue("true") boolean openProbes,

        @DefaultValue("default-src 'none'; frame-ancestors 'none'")
        String contentSecurityPolicy) {
    private static final Duration MAX_SKEW = Duration.ofMinutes(5);

    public IdentitySettings {
        if (directory == null && issuerUri == null) {
            throw new IllegalArgumentException("Set casewire.identity.directory (local keys)"
                    + " or casewire.identity.issuer-uri (an OIDC issuer): without one no token can be checked.");
        }
        if (audience.isBlank()) {
            throw new IllegalArgumentException("casewire.identity.audience must not be empty.");
        }
        if (clockSkew.isNegative() || clockSkew.compareTo(MAX_SKEW) > 0) {
            throw new IllegalArgumentException("casewire.identity.clock-skew lies between 0 and 5 minutes.");
        }
    }
}
