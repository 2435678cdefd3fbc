package io.casewire.notify.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeTests {
    private final Challenge challenge = new Challenge("5f3a");

    @ParameterizedTest
    @ValueSource(
            strings = {"5f3a", " 5f3a\n", "\"5f3a\"", "{\"challenge\":\"5f3a\"}", "{\"ok\":true,\"challenge\":\"5f3a\"}"
            })
    void isRepeatedAsTextOrAsJson(String answer) {
        assertThat(challenge.isRepeatedBy(answer)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ok",
                "5f3a5f3a",
                "challenge=5f3a",
                "{\"data\":{\"challenge\":\"5f3a\"}}",
                "{\"challenge\":null}",
                "{\"challenge\":[\"5f3a\"]}",
                "{\"challenge\":\"5f3a\"",
                "<html>5f3a</html>"
            })
    void isNotRepeatedByWhatAnswersEverythingOrEchoes(String answer) {
        assertThat(challenge.isRepeatedBy(answer)).isFalse();
    }

    @Test
    void isDrawnAnewForEachAttempt() {
        assertThat(Challenge.draw()).isNotEqualTo(Challenge.draw());
        assertThat(Challenge.draw().text()).hasSize(32);
    }

    @Test
    void standsInTheData() {
        assertThat(challenge.in("{\"type\":\"t\",\"data\":{\"subscription\":\"sub-1\"}}"))
                .isEqualTo("{\"type\":\"t\",\"data\":{\"subscription\":\"sub-1\",\"challenge\":\"5f3a\"}}");
    }
}
