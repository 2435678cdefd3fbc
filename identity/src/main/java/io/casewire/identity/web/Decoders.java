package io.casewire.identity.web;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.ConfigurableJWTProcessor;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.casewire.identity.local.KeyDirectory;
import io.casewire.identity.local.Revocations;
import io.casewire.identity.local.TokenIssuer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;

/** Decoders with their algorithms pinned: what a token's header asks for never widens them. */
final class Decoders {
    /** Asymmetric only, so that a public key never serves as a shared secret. */
    private static final List<SignatureAlgorithm> OF_AN_ISSUER = List.of(
            SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256, SignatureAlgorithm.ES384);

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(5);

    private Decoders() {}

    static JwtDecoder from(IdentitySettings settings, InstantSource clock) {
        URI issuer = settings.issuerUri();
        if (issuer == null) {
            // first, as it makes the directory on first need
            JWKSet keys = new KeyDirectory(Objects.requireNonNull(settings.directory())).publicKeys();
            return local(keys, new StrictClaims(TokenIssuer.ISSUER, settings, revoked(settings), clock));
        }
        StrictClaims claims = new StrictClaims(issuer.toString(), settings, revoked(settings), clock);
        return new IssuerDecoder(() -> issuer(issuer.toString(), claims));
    }

    private static RevokedTokens revoked(IdentitySettings settings) {
        Path directory = settings.directory();
        return directory == null
                ? new RevokedTokens(null, null)
                : new RevokedTokens(Revocations.in(directory), Revocations.ofSessions(directory));
    }

    private static JwtDecoder local(JWKSet keys, StrictClaims claims) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, new ImmutableJWKSet<>(keys)));
        leaveClaimsToUs(processor);
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(claims);
        return decoder;
    }

    private static JwtDecoder issuer(String issuer, StrictClaims claims) {
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(CONNECT);
        requests.setReadTimeout(READ);
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(issuer)
                .restOperations(new RestTemplate(requests))
                .jwsAlgorithms(algorithms -> {
                    algorithms.clear();
                    algorithms.addAll(OF_AN_ISSUER);
                })
                .jwtProcessorCustomizer(Decoders::leaveClaimsToUs)
                .build();
        decoder.setJwtValidator(claims);
        return decoder;
    }

    private static void leaveClaimsToUs(ConfigurableJWTProcessor<SecurityContext> processor) {
        // "at+jwt" is the type RFC 9068 gives access tokens; some issuers give none
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
    }
}
