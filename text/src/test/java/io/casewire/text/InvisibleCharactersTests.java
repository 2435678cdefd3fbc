package io.casewire.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvisibleCharactersTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u3000\u00A0",
                "\u200B",
                "\u0301",
                "\u20E3",
                "\u3099",
                " \u0301",
                "\uFE0F\u034F",
                ".",
                "。",
                "……——！？",
                "👍",
                "+",
                "\u3164",
                "\uFFA0",
                "\u2800",
                "\u00B4",
                "\uFFFD",
                "\uD842",
                "\uE000"
            })
    void withoutALetterOrADigitATextTellsNothing(String text) {
        assertThat(InvisibleCharacters.tellsNothing(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"已部署", "a.", "5", "①", "Ⅳ", "㈱", "５", "e\u0301", "が", "か\u3099", "1\uFE0F\u20E3", "𠮷", "〇"})
    void aLetterOrADigitHoweverWrittenTellsSomething(String text) {
        assertThat(InvisibleCharacters.tellsNothing(text)).isFalse();
    }
}
