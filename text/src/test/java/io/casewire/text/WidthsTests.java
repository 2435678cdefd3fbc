package io.casewire.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WidthsTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "２０２４年，ＡＢ | 2024年，AB",
                "通关,便利;试点:改革 | 通关，便利；试点：改革",
                "共1，000件 | 共1,000件",
                "（试点)与(试点） | （试点）与（试点）",
                "⻓江⺠⽣⻋辆 | 长江民生车辆",
                "业务︱︱︵试点︶︑改革︒ | 业务——（试点）、改革。",
                "《措施》等⋯⋯ | 《措施》等……",
                "卡尔・马克思 | 卡尔·马克思",
                "标题――副题 | 标题——副题",
                "5〜10天 | 5～10天",
                "B2B‑出口 | B2B-出口",
                "\ue5e5\ue5e5任务 | 任务",
                "oﬃce | office",
                "通\u200b关\u202e便\ufe0f利 | 通关便利",
                "①㎡℃㈠ | ①㎡℃㈠",
            })
    void printsEveryMarkInOneForm(String printed, String folded) {
        assertThat(Widths.of(printed).folded().strip()).isEqualTo(folded);
    }

    @Test
    void changesNothingTheSecondTime() {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            String once = Widths.of("关" + (char) c + "税").folded();
            assertThat(Widths.of(once).folded()).as("U+%04X", c).isEqualTo(once);
        }
    }
}
