package io.casewire.console.session;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What only a page of this console can send: a word derived from the session's token, which no script and no other site can
 * read. As its key is the token itself, it is the same after a restart and at every instance, and worth nothing for another
 * session.
 */
final class ChangeProof {
    static final String HEADER = "X-CSRF-Token";

    private static final byte[] USE = "casewire change".getBytes(StandardCharsets.US_ASCII);

    private ChangeProof() {}

    static String of(String token) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(USE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
        }
    }

    static boolean isGiven(String token, HttpServletRequest request) {
        String given = request.getHeader(HEADER);
        return given != null
                && MessageDigest.isEqual(
                        of(token).getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.UTF_8));
    }
}
