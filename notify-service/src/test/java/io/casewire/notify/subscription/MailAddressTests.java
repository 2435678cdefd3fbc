package io.casewire.notify.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTests {
    @ParameterizedTest
    @CsvSource({
        "wang@customs.gov.cn,      wang@customs.gov.cn",
        "Wang.Wu+cases@Mail.GOV.CN, Wang.Wu+cases@mail.gov.cn",
        "wang@海关.中国,            wang@xn--d6qv69d.xn--fiqs8s",
        "a@b.c,                    a@b.c",
        "o'neil_{x}@example.org,   o'neil_{x}@example.org",
    })
    void takesAnAddressInTheFormItIsSentTo(String text, String value) {
        assertThat(MailAddress.parse(text).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "wang",
                "wang@",
                "@example.org",
                "wang@localhost",
                "wang@.org",
                "wang@example..org",
                "wang@-example.org",
                "wang@[127.0.0.1]",
                "wang @example.org",
                "wang@example.org ",
                "wang@example.org\r\nBcc: other@example.org",
                "wang\r\n@example.org",
                "wang\u0000@example.org",
                "wang\u202e@example.org",
                "王@example.org",
                "\"wang wu\"@example.org",
                "Wang <wang@example.org>",
                "wang@example.org,li@example.org",
                "wang@@example.org",
                ".wang@example.org",
                "wang@example.org;x",
            })
    void refusesWhatIsNotOneAddress(String text) {
        assertThatThrownBy(() -> MailAddress.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesWhatIsTooLongForMail() {
        assertThat(MailAddress.parse("a".repeat(64) + "@example.org").value()).hasSize(76);
        assertThatThrownBy(() -> MailAddress.parse("a".repeat(65) + "@example.org"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MailAddress.parse("a@" + "b".repeat(60) + ".c".repeat(100)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
