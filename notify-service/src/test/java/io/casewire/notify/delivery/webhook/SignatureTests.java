package io.casewire.notify.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.notify.subscription.SigningSecret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTests {
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
}
