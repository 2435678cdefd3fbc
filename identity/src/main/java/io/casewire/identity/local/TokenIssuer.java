package io.casewire.identity.local;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.UUID;

/** Signs tokens with the key of one {@link KeyDirectory}, where there is no OIDC issuer. */
public final class TokenIssuer {
    /** The {@code iss} claim of every token signed here. */
    public static final String ISSUER = "casewire-local";

    /** The {@code aud} claim of every token signed here. */
    public static final String AUDIENCE = "casewire";

    /** The claim of a token that is a session at the console; its value is the token's id. */
    public static final String SESSION_CLAIM = "sid";

    /** No token signed here lives longer. */
    public static final Duration MAX_LIFE = Duration.ofDays(366);

    private final KeyDirectory keys;
    private final ECKey key;
    private final InstantSource clock;

    TokenIssuer(KeyDirectory keys, InstantSource clock) {
        this.keys = keys;
        this.key = keys.signingKey();
        this.clock = clock;
    }

    /** @throws UnusableKeys when the directory can neither be used nor made */
    public static TokenIssuer in(Path directory) {
        return new TokenIssuer(new KeyDirectory(directory), InstantSource.system());
    }

    /**
     * A compact JWS for the {@code Authorization: Bearer} header, for calls this process makes itself: the register does not
     * name it.
     *
     * @throws IllegalArgumentException when {@code life} is not between one second and {@link #MAX_LIFE}
     */
    public String mint(Caller caller, Duration life) {
        Instant now = clock.instant();
        return sign(claims(UUID.randomUUID().toString(), caller, now, now.plus(checked(life)))
                .build());
    }

    /**
     * The same to be given out: the register names it, so that it can be found and revoked.
     *
     * @throws UnusableKeys when the register cannot be written
     */
    String issue(Caller caller, Duration life) {
        return sign(registered(caller, life, false).build());
    }

    /** The same for a session at the console, which whoever has it may end by himself. */
    String issueSession(Caller caller, Duration life) {
        JWTClaimsSet.Builder claims = registered(caller, life, true);
        return sign(claims.claim(SESSION_CLAIM, claims.build().getJWTID()).build());
    }

    private JWTClaimsSet.Builder registered(Caller caller, Duration life, boolean session) {
        // a token's times have whole seconds
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant end = now.plus(checked(life));
        String id = UUID.randomUUID().toString();
        try {
            new TokenRegister(keys).add(IssuedToken.of(id, caller, now, end, session), now);
        } catch (IOException e) {
            throw new UnusableKeys(
                    TokenRegister.fileIn(keys.path()) + " cannot be written, so no token is given out (" + e + ").", e);
        }
        return claims(id, caller, now, end);
    }

    private static JWTClaimsSet.Builder claims(String id, Caller caller, Instant issuedAt, Instant expiresAt) {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(caller.subject())
                .issueTime(Date.from(issuedAt))
                .expirationTime(Date.from(expiresAt))
                .jwtID(id)
                .claim(
                        "roles",
                        caller.roles().stream().sorted().map(Role::wireName).toList())
                .claim("region", caller.region())
                .claim("agency", caller.agency());
    }

    private static Duration checked(Duration life) {
        if (life.compareTo(Duration.ofSeconds(1)) < 0 || life.compareTo(MAX_LIFE) > 0) {
            throw new IllegalArgumentException("A token lives between 1 second and 366 days.");
        }
        return life;
    }

    private String sign(JWTClaimsSet claims) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new UnusableKeys("The private key does not sign.", e);
        }
        return token.serialize();
    }
}
