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
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.UUID;

/** Signs tokens with the key of one {@link KeyDirectory}, where there is no OIDC issuer. */
public final class LocalIssuer {
    /** The {@code iss} claim of every token signed here. */
    public static final String ISSUER = "casewire-local";

    /** The {@code aud} claim of every token signed here. */
    public static final String AUDIENCE = "casewire";

    /** Tokens cannot be called back, so none lives longer. */
    public static final Duration LONGEST_LIFE = Duration.ofDays(366);

    private final ECKey key;
    private final InstantSource clock;

    LocalIssuer(KeyDirectory keys, InstantSource clock) {
        this.key = keys.signingKey();
        this.clock = clock;
    }

    /** @throws UnusableKeys when the directory can neither be used nor made */
    public static LocalIssuer in(Path directory) {
        return new LocalIssuer(new KeyDirectory(directory), InstantSource.system());
    }

    /**
     * A compact JWS for the {@code Authorization: Bearer} header.
     *
     * @throws IllegalArgumentException when {@code life} is not between one second and {@link #LONGEST_LIFE}
     */
    public String mint(Caller caller, Duration life) {
        if (life.compareTo(Duration.ofSeconds(1)) < 0 || life.compareTo(LONGEST_LIFE) > 0) {
            throw new IllegalArgumentException("A token lives between 1 second and 366 days.");
        }
        Instant now = clock.instant();
        return sign(new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(caller.subject())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)))
                .jwtID(UUID.randomUUID().toString())
                .claim(
                        "roles",
                        caller.roles().stream().sorted().map(Role::wireName).toList())
                .claim("region", caller.region())
                .claim("agency", caller.agency())
                .build());
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
