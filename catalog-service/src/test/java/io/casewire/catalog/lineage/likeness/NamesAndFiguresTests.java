package io.casewire.catalog.lineage.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.Bound;
import io.casewire.contracts.parsed.Metric;
import io.casewire.contracts.parsed.MetricKind;
import io.casewire.contracts.parsed.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesAndFiguresTests {
    @Test
    void namesAreWhatStandsInQuotationMarksOfAnyKind() {
        assertThat(QuotedNames.in("推行“五步法”和「票 e 真」，实现\"随船熏蒸\"，一个“未完的")).containsExactly("五步法", "票e真", "随船熏蒸");
    }

    @Test
    void slogansOfEverybodyAreNoNames() {
        assertThat(QuotedNames.in("“一站式”办理，“最多跑一次”，“单一窗口”")).isEmpty();
    }

    @Test
    void aChangeAndAnOddNumberTellRoundOnesDoNot() {
        assertThat(Figures.of(List.of(
                        metric(
                                MetricKind.BEFORE_AFTER,
                                new Quantity(new BigDecimal("50"), "分钟"),
                                new Quantity(new BigDecimal("40"), "秒"),
                                null,
                                null),
                        metric(MetricKind.TOTAL, null, null, "1361.39", "万美元"),
                        metric(MetricKind.TOTAL, null, null, "5000", "万元"),
                        metric(MetricKind.TOTAL, null, null, "20", "家"))))
                .isEqualTo(Set.of("50分钟→40秒", "1361.39万美元"));
    }

    @ParameterizedTest
    @CsvSource({
        "跨境电商出口退货, 跨境电商进口退货, true",
        "综保区进出口货物查验, 综保区出口货物查验, false",
        "第六批改革试点, 第七批改革试点, true",
        "“两证联办 2.0”, “两证联办”, false",
        "不动产抵押登记, 动产抵押登记, true",
        "京津冀政务服务通办, 京冀政务服务通办, false",
        "长沙机场直通, 厦门机场直通, true",
    })
    void titlesStandAgainstEachOther(String one, String other, boolean against) {
        assertThat(Contrasts.between(Contrasts.of(one), Contrasts.of(other))).isEqualTo(against);
        assertThat(Contrasts.between(Contrasts.of(other), Contrasts.of(one))).isEqualTo(against);
    }

    private static Metric metric(
            MetricKind kind,
            @Nullable Quantity before,
            @Nullable Quantity after,
            @Nullable String value,
            @Nullable String unit) {
        return new Metric(
                kind,
                null,
                null,
                before,
                after,
                null,
                value == null ? null : new BigDecimal(value),
                null,
                unit,
                Bound.EXACT,
                null,
                null,
                "…");
    }
}
