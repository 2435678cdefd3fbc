package io.casewire.replication.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.ErrorResponseException;

class TextsTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u3000\u00A0\u2003",
                "\t\r\n",
                "\u200B",
                " \u200B\u200C\u200D\u2060\uFEFF ",
                "\u00AD\u034F",
                "\u115F\u3164\uFFA0",
                "\u2800\u2800",
                "\uFE0F",
                "\uDB40\uDC41",
                "\uFFFD\uFFFD",
                "\uFFFC",
                "\uE000",
                "\u0000",
                "\u0301",
                "\u20E3",
                "\u3099",
                "\uFE0F\u034F",
                ".",
                "。",
                "……——",
                "👍"
            })
    void whatTellsNothingIsAsGoodAsAbsent(String text) {
        assertThat(Texts.visible("explanation", text, 100)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"已部署", "办。", "a", "\u200B已部署", "第一行\n\t第二行\r\n", "👩\u200D🔬 ok", "①"})
    void whatTellsSomethingIsKeptAsWrittenWithoutBlanksAround(String text) {
        assertThat(Texts.visible("explanation", " " + text + " ", 100)).isEqualTo(text.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"已\uFFFD部署", "已部署\u0000", "已部署\u001B[2J", "已部署\u0085"})
    void whatWasDamagedOnItsWayIsRefused(String text) {
        assertThatThrownBy(() -> Texts.visible("explanation", text, 100))
                .isInstanceOfSatisfying(ErrorResponseException.class, refused -> assertThat(
                                refused.getBody().getDetail())
                        .contains("'explanation' was damaged on its way", "U+"));
    }

    @Test
    void halvesOfCharactersAreDamage() {
        assertThatThrownBy(() -> Texts.visible("reason", "已" + "\uD842", 100))
                .isInstanceOf(ErrorResponseException.class);
    }

    @Test
    void whatIsTooLongIsRefusedWhateverItShows() {
        for (String text : new String[] {"长".repeat(101), "\u200B".repeat(101)}) {
            assertThatThrownBy(() -> Texts.visible("reason", text, 100)).isInstanceOf(ErrorResponseException.class);
        }
    }
}
