package io.casewire.identity.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;

/** Makes tokens that are wrong in exactly one way; {@link #genuine()} is the one they all start from. */
final class Forgery {
    private final ECKey key;

    Forgery(Path directory) throws IOException, ParseException {
        key = ECKey.parse(Files.readString(directory.resolve("signing-key.json")));
    }

    String genuine() throws JOSEException {
        return with(claims -> claims);
    }

    String with(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return sign(header(JWSAlgorithm.ES256).build(), claims(change), new ECDSASigner(key));
    }

    /** With the escapes of JSON as given: a claim set would lose half a character before it is signed. */
    String withSubjectAsJson(String json) throws JOSEException {
        String payload = claims(claims -> claims).toString().replace("\"zhang\"", json);
        JWSObject token = new JWSObject(header(JWSAlgorithm.ES256).build(), new Payload(payload));
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    String unsigned() {
        return new PlainJWT(claims(claims -> claims)).serialize();
    }

    String signedWithThePublicKeyAsSecret() throws JOSEException {
        byte[] secret = key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
        return sign(header(JWSAlgorithm.HS256).build(), claims(claims -> claims), new MACSigner(secret));
    }

    String signedByAnotherKeyUnderOurKid() throws JOSEException {
        return sign(header(JWSAlgorithm.ES256).build(), claims(claims -> claims), new ECDSASigner(another()));
    }

    String signedByAKeyItBrings() throws JOSEException {
        ECKey another = another();
        JWSHeader header = header(JWSAlgorithm.ES256).jwk(another.toPublicJWK()).build();
        return sign(header, claims(claims -> claims), new ECDSASigner(another));
    }

    String underAnotherKid() throws JOSEException {
        JWSHeader header = header(JWSAlgorithm.ES256).keyID("another").build();
        return sign(header, claims(claims -> claims), new ECDSASigner(key));
    }

    String ofAnotherType() throws JOSEException {
        JWSHeader header = header(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("logout+jwt"))
                .build();
        return sign(header, claims(claims -> claims), new ECDSASigner(key));
    }

    String tampered() throws JOSEException {
        String[] parts = genuine().split("\\.", -1);
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        byte[] promoted = payload.replace("publisher", "operator").getBytes(StandardCharsets.UTF_8);
        return parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(promoted) + "." + parts[2];
    }

    String withoutSignature() throws JOSEException {
        String genuine = genuine();
        return genuine.substring(0, genuine.lastIndexOf('.') + 1);
    }

    private JWSHeader.Builder header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm).keyID(key.getKeyID());
    }

    private static ECKey another() throws JOSEException {
        return new ECKeyGenerator(Curve.P_256).generate();
    }

    private static String sign(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) throws JOSEException {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    private static JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
        Instant now = Instant.now();
        return change.apply(new JWTClaimsSet.Builder()
                        .issuer("casewire-local")
                        .audience("casewire")
                        .subject("zhang")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(3600)))
                        .claim("roles", List.of("publisher")))
                .build();
    }
}
