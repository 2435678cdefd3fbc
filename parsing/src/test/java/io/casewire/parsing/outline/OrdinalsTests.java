package io.casewire.parsing.outline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrdinalsTests {
    @ParameterizedTest
    @CsvSource({
        "一, 1",
        "十, 10",
        "十一, 11",
        "二十, 20",
        "二十一, 21",
        "廿三, 23",
        "一百, 100",
        "一百零五, 105",
        "二百三十四, 234",
        "一二, 12",
        "二〇, 20",
        "叁, 3",
    })
    void readsChineseOrdinals(String printed, int value) {
        assertThat(Ordinals.han(printed)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "〇", "零", "样", "一样", "3", "一二十", "一一一一一一一一"})
    void takesNothingElseForAChineseOrdinal(String printed) {
        assertThat(Ordinals.han(printed)).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({"①, 1", "⑳, 20", "㉑, 21", "㉟, 35", "㊱, 36", "㊿, 50", "1, -1", "一, -1", "㊀, -1"})
    void readsCircledNumbersUpToFifty(char printed, int value) {
        assertThat(Ordinals.circled(printed)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "' 12 ', 12", "3., 3", "3、, 3", "三．, 3", "③, 3", "二十一, 21", "1234, 1234", "02, 2"})
    void readsACellThatHoldsJustAnOrdinal(String cell, int value) {
        assertThat(Ordinals.ofCell(cell)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "3.5", "3项", "12345", "甲", "-3", "3 4", "③④"})
    void takesNoOtherCellForOne(String cell) {
        assertThat(Ordinals.ofCell(cell)).isEqualTo(-1);
    }
}
