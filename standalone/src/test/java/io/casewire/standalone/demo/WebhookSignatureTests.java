package io.casewire.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Against the signatures of the standard's own library. */
class WebhookSignatureTests {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String BODY = "{\"title\":\"通关\"}";

    private final WebhookSignature signature = new WebhookSignature(SECRET);

    @Test
    void matchesAmongSeveralDuringARotation() throws Exception {
        String right = new Webhook(SECRET).sign("msg_1", 1_795_000_000, BODY);
        assertThat(matches("msg_1", "1795000000", "v1,AAAA " + right)).isTrue();
    }

    @Test
    void doesNotMatchWhenAnyPartDiffers() throws Exception {
        String right = new Webhook(SECRET).sign("msg_1", 1_795_000_000, BODY);
        assertThat(matches("msg_2", "1795000000", right)).isFalse();
        assertThat(matches("msg_1", "1795000001", right)).isFalse();
        assertThat(matches("msg_1", "1795000000", "")).isFalse();
    }

    private boolean matches(String id, String timestamp, String signatures) {
        return signature.matches(id, timestamp, BODY.getBytes(StandardCharsets.UTF_8), signatures);
    }
}
