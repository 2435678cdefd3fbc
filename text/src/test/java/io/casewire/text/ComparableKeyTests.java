package io.casewire.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparableKeyTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // quotation marks, brackets, blanks, punctuation
                "“船舶通关”一次办理 | 「船舶通关」一次 办理",
                "保税+物流（试点） | 保税＋物流(试点)",
                "原产地预裁定 | 原产地——预裁定。",
                // width and case
                "ＡＢ１改革 | ab1改革",
                "ｶﾞｲﾄﾞ | ガイド",
                "ﬁne | FINE",
                // script and variants
                "創新監管制度 | 创新监管制度",
                "衞生檢疫專綫 | 卫生检疫专线",
                "隨著批覆 | 随着批复",
                // radicals, private use, compatibility ideographs
                "⻓江⺠⽣⻋辆 | 长江民生车辆",
                "\ue84e业 | 䦅业",
                "\uf914\u56ed | 樂园",
                // compatibility forms
                "①优化流程 | 1优化流程",
                "⑴⒉ | 12",
                "❶➁⓫ | 1211",
                "㈠㊀㋀ | 一一1月",
                "5㎏/100㎡ | 5kg/100m²",
                "-18℃冷链 | －18°C冷链",
                "第Ⅳ批 | 第IV批",
                "㎞ | km",
                // what is not seen
                "wi\u00adfi | WiFi",
                "通\u200b关\ufeff便利 | 通关便利",
                "葛\udb40\udd00城 | 葛城",
                "cafe\u0301 | Café",
                // trade marks and footnotes
                "品牌™评估² | 品牌评估",
            })
    void isTheSameForEverySpelling(String one, String other) {
        assertThat(ComparableKey.of(one)).isEqualTo(ComparableKey.of(other)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"船舶通关一次办理, 船舶通关两次办理", "保税物流, 保税物流试点", "显著, 显着", "m2, m3"})
    void isAnotherForAnotherName(String one, String other) {
        assertThat(ComparableKey.of(one)).isNotEqualTo(ComparableKey.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "“智慧”口岸1+N模式：RCEP规则, 智慧口岸1n模式rcep规则",
        "著作权（显著）覆盖, 著作权显著覆盖",
        "二〇二四年, 二二四年",
    })
    void isWhatIdsWereMadeOf(String name, String key) {
        assertThat(ComparableKey.of(name)).isEqualTo(key);
    }

    @Test
    void isEmptyForPunctuation() {
        assertThat(ComparableKey.of("《》、。-＋\u200b")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "创新ＡＢ\u00ad１, 1",
        "隨著⻓江①著名, 2",
        "改革😀试点, 0",
    })
    void hasOneHashForEqualKeysWhereverTheyStand(String text, int from) {
        String key = ComparableKey.of(text.substring(from));
        assertThat(ComparableKey.hash(text, from, text.length()))
                .isEqualTo(ComparableKey.hash(key, 0, key.length()))
                .isNotZero();
    }

    @Test
    void isItsOwnKey() {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            if (!Character.isSurrogate((char) c)) {
                String key = ComparableKey.of("关" + (char) c + "税");
                assertThat(ComparableKey.of(key)).as("U+%04X", c).isEqualTo(key);
            }
        }
    }
}
