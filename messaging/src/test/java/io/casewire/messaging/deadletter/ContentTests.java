package io.casewire.messaging.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTests {
    @Test
    void showsTextAsText() {
        assertThat(Content.of("{\"题\":\"通关\"}\r\n\t".getBytes(StandardCharsets.UTF_8), 100))
                .isEqualTo(new Content("{\"题\":\"通关\"}\r\n\t", null, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u001b[2J", "\u0085"})
    void showsWhatHoldsControlCharactersInBase64(String text) {
        Content shown = Content.of(text.getBytes(StandardCharsets.UTF_8), 100);

        assertThat(shown.text()).isNull();
        assertThat(shown.base64()).isNotEmpty();
    }

    @Test
    void showsWhatIsNotUtf8InBase64() {
        assertThat(Content.of(new byte[] {(byte) 0xc3, 0x28}, 100)).isEqualTo(new Content(null, "wyg=", false));
        // half a character at the end of all there is
        assertThat(Content.of(new byte[] {'a', (byte) 0xe9}, 100).text()).isNull();
    }

    @Test
    void cutsBetweenCharacters() {
        assertThat(Content.of("通关".getBytes(StandardCharsets.UTF_8), 5)).isEqualTo(new Content("通", null, true));
    }

    @Test
    void tellsNothingFromEmpty() {
        assertThat(Content.of(null, 5)).isEqualTo(new Content(null, null, false));
        assertThat(Content.of(new byte[0], 5)).isEqualTo(new Content("", null, false));
    }
}
