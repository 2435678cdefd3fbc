package io.casewire.identity.web;

import io.casewire.identity.Caller;
import io.casewire.identity.local.TokenIssuer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Every claim that must hold, after the signature has been checked. The sentences reach the caller, so they repeat nothing
 * of the token.
 */
final class StrictClaims implements OAuth2TokenValidator<Jwt> {
    private final String issuer;
    private final String audience;
    private final Duration skew;
    private final RevokedTokens revoked;
    private final InstantSource clock;

    StrictClaims(String issuer, IdentitySettings settings, RevokedTokens revoked, InstantSource clock) {
        this.issuer = issuer;
        this.audience = settings.audience();
        this.skew = settings.clockSkew();
        this.revoked = revoked;
        this.clock = clock;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        return problem(token)
                .map(sentence -> OAuth2TokenValidatorResult.failure(
                        new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, sentence, null)))
                .orElseGet(OAuth2TokenValidatorResult::success);
    }

    private Optional<String> problem(Jwt token) {
        if (!issuer.equals(token.getClaimAsString("iss"))) {
            return Optional.of("The token comes from another issuer.");
        }
        if (token.getAudience() == null || !token.getAudience().contains(audience)) {
            return Optional.of("The token is meant for another audience.");
        }
        return timing(token.getIssuedAt(), token.getNotBefore(), token.getExpiresAt())
                .or(() -> speaker(token));
    }

    private Optional<String> timing(
            @Nullable Instant issuedAt, @Nullable Instant notBefore, @Nullable Instant expiresAt) {
        Instant now = clock.instant();
        if (expiresAt == null) {
            return Optional.of("The token has no expiry.");
        }
        if (!now.minus(skew).isBefore(expiresAt)) {
            return Optional.of("The token has expired.");
        }
        // the decoder fills a missing iat from exp, which lies in the future: refused all the same
        if (issuedAt == null || issuedAt.isAfter(now.plus(skew))) {
            return Optional.of("The token has no time of issue, or one in the future.");
        }
        if (notBefore != null && notBefore.isAfter(now.plus(skew))) {
            return Optional.of("The token is not valid yet.");
        }
        return Optional.empty();
    }

    private Optional<String> speaker(Jwt token) {
        try {
            Caller caller = Caller.of(token);
            Instant issuedAt = Objects.requireNonNull(token.getIssuedAt(), "its timing was checked before");
            boolean session = token.hasClaim(TokenIssuer.SESSION_CLAIM);
            return revoked.cover(token.getId(), caller.subject(), issuedAt, session)
                    ? Optional.of("The token was revoked.")
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }
}
