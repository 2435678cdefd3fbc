package io.casewire.standalone.demo;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Symmetric signatures of Standard Webhooks ("v1"): HMAC-SHA256 over {@code id.timestamp.body}. Written here once more on purpose: it is what
 * a subscriber writes, knowing nothing of the sender's code.
 */
final class WebhookSignature {
    private static final String SECRET_PREFIX = "whsec_";
    private static final String VERSION = "v1,";

    private final SecretKeySpec key;

    /** @param secret {@code whsec_} and Base64 */
    WebhookSignature(String secret) {
        byte[] bytes = Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length()));
        this.key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    /** @param signatures of the header, apart by spaces; one right one is enough */
    boolean matches(String id, String timestamp, byte[] body, String signatures) {
        byte[] expected = (VERSION + Base64.getEncoder().encodeToString(sign(id, timestamp, body)))
                .getBytes(StandardCharsets.US_ASCII);
        return Arrays.stream(signatures.split(" "))
                .anyMatch(given -> MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.US_ASCII)));
    }

    private byte[] sign(String id, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
