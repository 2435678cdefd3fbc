package io.casewire.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparableTextTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "中國〔湖南〕自由貿易試驗區 | 中国(湖南)自由贸易试验区",
                "在－18℃、5㎏；① | 在-18°c、5kg;1",
                "ＲＣＥＰ　规则\u00a05G | rcep 规则 5g",
                "二○二四年○一 | 二〇二四年○一",
                "㏠至㋀ | 1日至1月",
            })
    void foldsWhatSpellingsDifferIn(String original, String comparable) {
        assertThat(ComparableText.of(original).text()).isEqualTo(comparable);
    }

    @Test
    void leadsBackToTheOriginal() {
        ComparableText text = ComparableText.of("5㎏\u200b货①");
        assertThat(text.text()).isEqualTo("5kg货1");
        assertThat(text.start(1)).isEqualTo(1);
        assertThat(text.end(2)).isEqualTo(2);
        assertThat(text.start(2)).isEqualTo(1);
        assertThat(text.end(3)).isEqualTo(2);
        assertThat(text.start(3)).isEqualTo(3);
        assertThat(text.end(4)).isEqualTo(4);
        assertThat(text.end(5)).isEqualTo(5);
        assertThat(text.end(0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "中国自贸区", "中國自貿區（ＡＢ）", "a\u0301b⻓\ud83d\ude00c", "\ud800x", "㌀㍿ﷺ"})
    void coversEveryPartOfTheOriginalInOrder(String original) {
        ComparableText text = ComparableText.of(original);
        int last = 0;
        for (int i = 0; i < text.text().length(); i++) {
            assertThat(text.start(i)).isGreaterThanOrEqualTo(last).isLessThan(original.length());
            assertThat(text.end(i + 1)).isGreaterThan(text.start(i)).isLessThanOrEqualTo(original.length());
            last = text.start(i);
        }
    }

    @Test
    void isTheSameWhicheverWayItWasRead() {
        String plain = "創新ＡＢ、隨著（試點）著名";
        assertThat(ComparableText.of(plain + "\u00ad").text())
                .isEqualTo(ComparableText.of(plain).text());
    }
}
