package io.casewire.notify.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.notify.subscription.SigningSecret;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTests {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void neverPrintsASecret() {
        SigningSecret secret = SigningSecret.draw();

        assertThat(secret.text()).startsWith("whsec_");
        assertThat(secret.key()).hasSize(32);
        assertThat(secret).hasToString("whsec_…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "whsec_",
                "whsec_AAAA",
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLa!w"
            })
    void takesNoSecretThatIsShortOrNotOfTheForm(String text) {
        assertThat(SigningSecret.read(text)).isEmpty();
    }

    @Test
    void readsRetryAfterAsSecondsOrDateAndNothingElse() {
        assertThat(RetryAfter.read("120", NOW)).isEqualTo(Duration.ofMinutes(2));
        assertThat(RetryAfter.read("Thu, 01 Jan 2026 00:05:00 GMT", NOW)).isEqualTo(Duration.ofMinutes(5));
        assertThat(RetryAfter.read("Wed, 31 Dec 2025 00:00:00 GMT", NOW)).isNull();
        assertThat(RetryAfter.read("-5", NOW)).isNull();
        assertThat(RetryAfter.read("99999999999999999999", NOW)).isNull();
        assertThat(RetryAfter.read("soon", NOW)).isNull();
        assertThat(RetryAfter.read(null, NOW)).isNull();
    }
}
