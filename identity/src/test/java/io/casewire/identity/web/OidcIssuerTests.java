package io.casewire.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;

class OidcIssuerTests {
    private HttpServer server;
    private RSAKey key;
    private String issuer;
    private JwtDecoder decoder;

    @BeforeEach
    void startIssuer() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("k1").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        serve("/keys", new JWKSet(key).toString(true));
        server.start();
        IdentitySettings settings = new IdentitySettings(
                null, URI.create(issuer), "casewire", Duration.ofSeconds(60), true, true, "default-src 'none'");
        decoder = Decoders.from(settings, InstantSource.system());
    }

    @AfterEach
    void stopIssuer() {
        server.stop(0);
    }

    @Test
    void tokenOfTheIssuerForThisAudienceIsTaken() throws JOSEException {
        publishMetadata();
        assertThat(decoder.decode(token(issuer, "casewire")).getSubject()).isEqualTo("zhao");
    }

    @Test
    void tokenForAnotherAudienceIsRefused() throws JOSEException {
        publishMetadata();
        String token = token(issuer, "mail");
        assertThatThrownBy(() -> decoder.decode(token))
                .isInstanceOf(JwtValidationException.class)
                .hasMessageContaining("another audience");
    }

    @Test
    void tokenOfTheLocalIssuerIsRefused() throws JOSEException {
        publishMetadata();
        String token = token("casewire-local", "casewire");
        assertThatThrownBy(() -> decoder.decode(token)).hasMessageContaining("another issuer");
    }

    @Test
    void publicKeyIsNoSharedSecret() throws JOSEException {
        publishMetadata();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build(), claims(issuer, "casewire"));
        token.sign(new MACSigner(key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> decoder.decode(token.serialize())).isInstanceOf(BadJwtException.class);
    }

    @Test
    void issuerOutOfReachSaysNothingAboutTheTokenAndIsAskedAgain() throws JOSEException {
        String token = token(issuer, "casewire");
        assertThatThrownBy(() -> decoder.decode(token))
                .isInstanceOf(JwtException.class)
                .isNotInstanceOf(BadJwtException.class);
        publishMetadata();
        assertThat(decoder.decode(token).getSubject()).isEqualTo("zhao");
    }

    private void publishMetadata() {
        serve("/.well-known/openid-configuration", """
                {"issuer":"%s","jwks_uri":"%s/keys"}""".formatted(issuer, issuer));
    }

    private void serve(String path, String json) {
        server.createContext(path, exchange -> {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private String token(String from, String audience) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(), claims(from, audience));
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static JWTClaimsSet claims(String from, String audience) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(from)
                .audience(audience)
                .subject("zhao")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)))
                .claim("roles", List.of("operator"))
                .build();
    }
}
