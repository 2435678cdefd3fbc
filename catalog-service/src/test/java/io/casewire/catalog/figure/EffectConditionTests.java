package io.casewire.catalog.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewire.contracts.parsed.Bound;
import io.casewire.contracts.parsed.Direction;
import io.casewire.contracts.parsed.Metric;
import io.casewire.contracts.parsed.MetricKind;
import io.casewire.contracts.parsed.Quantity;
import io.casewire.query.figure.Amount;
import io.casewire.query.figure.AskedFigures;
import io.casewire.query.figure.Effect;
import io.casewire.query.figure.EffectCondition;
import io.casewire.query.figure.Span;
import io.casewire.serving.problem.InvalidParameter;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class EffectConditionTests {
    private static final Metric FROM_15_DAYS_TO_36_HOURS =
            metric(MetricKind.BEFORE_AFTER, "通关时间", quantity("15", "天"), quantity("36", "小时"), null);
    private static final Metric FROM_10_TO_3_WORKING_DAYS =
            metric(MetricKind.BEFORE_AFTER, "办理时限", quantity("10", "个工作日"), quantity("3", "工作日"), null);
    private static final Metric FROM_2_MONTHS_TO_10_WORKING_DAYS =
            metric(MetricKind.BEFORE_AFTER, "审批", quantity("2", "个月"), quantity("10", "个工作日"), null);
    private static final Metric SIXTY_PER_CENT_LESS = metric(MetricKind.RELATIVE_CHANGE, "运输成本", null, null, "60");

    @ParameterizedTest
    @CsvSource({
        // a half less or still less: 15 days to 36 hours is 90 % less
        "change,..-50,true",
        "change,-90,true",
        "change,-50..0,false",
        "change,10..,false",
        // units are converted
        "before,15天,true",
        "before,360小时,true",
        "before,2周..3周,true",
        "after,..2天,true",
        "after,1.5天,true",
        "after,..1天,false",
        // working days are none of 24 hours
        "before,15工作日,false",
        "after,..2个工作日,false",
        // what is measured
        "indicator,通关,true",
        "indicator,通關,true",
        "indicator,成本,false",
        "metric,before_after,true",
        "metric,SHARE,false",
        "dimension,time,true",
    })
    void comparesDaysWithHoursAndNotWithWorkingDays(String name, String value, boolean holds) {
        assertThat(condition(name, value).holdsFor(Effect.of(FROM_15_DAYS_TO_36_HOURS)))
                .isEqualTo(holds);
    }

    @Test
    void knowsNoChangeBetweenDaysAndWorkingDays() {
        assertThat(Effect.of(FROM_10_TO_3_WORKING_DAYS).change()).isEqualTo(-70);
        assertThat(Effect.of(FROM_2_MONTHS_TO_10_WORKING_DAYS).change()).isNull();
        assertThat(Effect.of(SIXTY_PER_CENT_LESS).change()).isEqualTo(-60);
    }

    @Test
    void asksAllOfOneEffect() {
        MultiValueMap<String, String> both = new LinkedMultiValueMap<>();
        both.add("indicator", "时");
        both.add("change", "..-80");
        EffectCondition condition = EffectParameters.read(both);
        List<Metric> metrics = List.of(SIXTY_PER_CENT_LESS, FROM_10_TO_3_WORKING_DAYS);
        assertThat(Effects.decode(Effects.encode(metrics))).noneMatch(condition::holdsFor);
        assertThat(Effects.decode(Effects.encode(List.of(FROM_15_DAYS_TO_36_HOURS))))
                .anyMatch(condition::holdsFor);
    }

    @ParameterizedTest
    @CsvSource({"500万元,5000000,元", "1.2亿美元,120000000,美元", "3.2万标箱,32000,标箱", "90,90,''", "5个工作日,5,工作日", "半天,0,''"})
    void countsTenThousandsAndHundredMillionsOut(String text, double value, String unit) {
        Span span = Span.of(text).orElse(new Span(0, 0, ""));
        assertThat(Amount.of(span.from(), span.unit())).isEqualTo(new Amount(value, unit));
    }

    @Test
    void keepsEffectsAsTheyAreInTheIndex() {
        List<Metric> metrics = List.of(FROM_15_DAYS_TO_36_HOURS, SIXTY_PER_CENT_LESS, FROM_2_MONTHS_TO_10_WORKING_DAYS);
        assertThat(Effects.decode(Effects.encode(metrics)))
                .isEqualTo(metrics.stream().map(Effect::of).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "change,half",
        "change,10..-10",
        "change,..",
        "change,-50天",
        "before,天",
        "after,1天..2小时",
        "dimension,money",
        "metric,AVERAGE",
        "indicator,。",
    })
    void refusesWhatIsNoFigure(String name, String value) {
        assertThatThrownBy(() -> condition(name, value))
                .isInstanceOfSatisfying(
                        InvalidParameter.class, e -> assertThat(e.parameter()).isEqualTo(name));
    }

    @ParameterizedTest
    @CsvSource({
        "压缩50%以上,50%以上",
        "时间减少一半以上,一半以上",
        "由15天缩短为2天,由15天 为2天",
        "办理时间缩短到1天,到1天",
        "节约成本500万元,500万元",
        "9810退税,''",
        "5G网络,''",
        "一半,''",
        "第七批,''",
    })
    void readsFiguresOutOfAQuery(String text, String figures) {
        assertThat(AskedFigures.in(text).parts().stream().map(part -> text.substring(part.start(), part.end())))
                .containsExactly(figures.isEmpty() ? new String[0] : figures.split(" "));
    }

    private static EffectCondition condition(String name, String value) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        parameters.add(name, value);
        return EffectParameters.read(parameters);
    }

    private static Quantity quantity(String value, String unit) {
        return new Quantity(new BigDecimal(value), unit);
    }

    private static Metric metric(
            MetricKind kind,
            String indicator,
            @Nullable Quantity before,
            @Nullable Quantity after,
            @Nullable String percent) {
        return new Metric(
                kind,
                indicator,
                Direction.DOWN,
                before,
                after,
                percent == null ? null : new BigDecimal(percent),
                null,
                null,
                null,
                Bound.EXACT,
                null,
                null,
                indicator);
    }
}
