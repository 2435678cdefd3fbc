package io.casewire.notify.delivery.robot;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What robots with a secret are signed with. The two providers swap what is the key and what is signed. */
final class RobotSignature {
    private static final String ALGORITHM = "HmacSHA256";

    private RobotSignature() {}

    /** DingTalk: the secret signs time and secret. */
    static String dingtalk(long milliseconds, String secret) {
        return base64(secret, milliseconds + "\n" + secret);
    }

    /** Feishu: time and secret sign nothing. */
    static String feishu(long seconds, String secret) {
        return base64(seconds + "\n" + secret, "");
    }

    private static String base64(String key, String signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
