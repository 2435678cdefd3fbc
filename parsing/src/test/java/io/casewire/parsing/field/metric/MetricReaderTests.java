package io.casewire.parsing.field.metric;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.Bound;
import io.casewire.contracts.parsed.Direction;
import io.casewire.contracts.parsed.Metric;
import io.casewire.contracts.parsed.MetricKind;
import io.casewire.contracts.parsed.MetricSection;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricReaderTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "提箱时间由6小时缩短至45分钟。|提箱时间|6|小时|45|分钟|EXACT|-|DOWN",
                "提箱时间从原来的3天压缩为1天。|提箱时间|3|天|1|天|EXACT|-|DOWN",
                "查验环节由7个压减至2个|查验环节|7|个|2|个|EXACT|-|DOWN",
                "审批时限由20个工作日压减至5个|审批时限|20|个工作日|5|个工作日|EXACT|-|DOWN",
                "放行时间由5天压缩至1—2天|放行时间|5|天|1|天|RANGE|2|DOWN",
                "装船等待由三天缩短到一天以内|装船等待|3|天|1|天|AT_MOST|-|DOWN",
                "抽检合格率由此前的81%提高至96%|抽检合格率|81|%|96|%|EXACT|-|UP",
                "亩均产出由3.2万元/亩提升到9.5万元/亩|亩均产出|3.2|万元/亩|9.5|万元/亩|EXACT|-|UP",
                "办件材料15项减少至7项|办件材料|15|项|7|项|EXACT|-|DOWN",
                "试点园区从2家到14家|试点园区|2|家|14|家|EXACT|-|UP",
                "改革前需提交9份材料，改革后仅需提交2份|材料|9|份|2|份|EXACT|-|DOWN",
                "换证时间由 10 天 缩短至 2 天|换证时间|10|天|2|天|EXACT|-|DOWN"
            })
    void readsTheOldValueAndTheNew(
            String sentence,
            String indicator,
            BigDecimal before,
            String beforeUnit,
            BigDecimal after,
            String afterUnit,
            Bound bound,
            @Nullable BigDecimal max,
            Direction direction) {
        Metric metric = only(sentence);
        assertThat(metric.kind()).isEqualTo(MetricKind.BEFORE_AFTER);
        assertThat(metric.indicator()).isEqualTo(indicator);
        assertThat(requireNonNull(metric.before()).value()).isEqualByComparingTo(before);
        assertThat(requireNonNull(metric.before()).unit()).isEqualTo(beforeUnit);
        assertThat(requireNonNull(metric.after()).value()).isEqualByComparingTo(after);
        assertThat(requireNonNull(metric.after()).unit()).isEqualTo(afterUnit);
        assertThat(metric.bound()).isEqualTo(bound);
        assertThat(metric.direction()).isEqualTo(direction);
        if (max == null) {
            assertThat(metric.valueMax()).isNull();
        } else {
            assertThat(metric.valueMax()).isEqualByComparingTo(max);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "办证成本降低30%左右|RELATIVE_CHANGE|办证成本|DOWN|30|%|ABOUT",
                "申报要素缩减一半以上|RELATIVE_CHANGE|申报要素|DOWN|50|%|AT_LEAST",
                "验放时间压缩近三分之一|RELATIVE_CHANGE|验放时间|DOWN|33.33|%|ABOUT",
                "申报效率提升了约百分之四十|RELATIVE_CHANGE|申报效率|UP|40|%|ABOUT",
                "出口额同比增长27.2%|RELATIVE_CHANGE|出口额|UP|27.2|%|EXACT",
                "物流成本下降超两成|RELATIVE_CHANGE|物流成本|DOWN|20|%|MORE_THAN",
                "航线数量增长3倍|RELATIVE_CHANGE|航线数量|UP|300|%|EXACT",
                "备案企业翻两番|RELATIVE_CHANGE|备案企业|UP|300|%|EXACT",
                "检出率增长3.12个百分点|ABSOLUTE|检出率|UP|3.12|个百分点|EXACT",
                "每年为企业节约成本约300万元|ABSOLUTE|成本|DOWN|300|万元|ABOUT",
                "每票减少纸质单据4份|ABSOLUTE|纸质单据|DOWN|4|份|EXACT",
                "滞港时间缩短半个月以上|ABSOLUTE|滞港时间|DOWN|0.5|个月|AT_LEAST",
                "新增外贸企业27家|ABSOLUTE|外贸企业|UP|27|家|EXACT",
                "累计办理电子签章5,700件|TOTAL|办理电子签章|-|5700|件|EXACT",
                "进口冻品近6000吨|TOTAL|进口冻品|-|6000|吨|ABOUT",
                "交易额突破1.2亿元|TOTAL|交易额|-|1.2|亿元|MORE_THAN",
                "已有1400余家市场主体采用新模式|TOTAL|市场主体|-|1400|家|MORE_THAN",
                "网签率达92%以上|SHARE|网签率|-|92|%|AT_LEAST",
                "占全市货运量的19.2%|SHARE|占全市货运量|-|19.2|%|EXACT",
                "平均办理时间仅为8.6天|LEVEL|办理时间|-|8.6|天|EXACT",
                "审批时间压减至36—38个工作日|LEVEL|审批时间|DOWN|36|个工作日|RANGE",
                "一次通过率提升至97%|LEVEL|一次通过率|UP|97|%|EXACT"
            })
    void tellsTheKindOfASingleNumber(
            String sentence,
            MetricKind kind,
            String indicator,
            @Nullable Direction direction,
            BigDecimal value,
            String unit,
            Bound bound) {
        Metric metric = only(sentence);
        assertThat(metric.kind()).isEqualTo(kind);
        assertThat(metric.indicator()).isEqualTo(indicator);
        assertThat(metric.direction()).isEqualTo(direction);
        BigDecimal read = metric.percent() != null ? metric.percent() : metric.value();
        assertThat(read).isEqualByComparingTo(value);
        assertThat(metric.percent() != null ? "%" : metric.unit()).isEqualTo(unit);
        assertThat(metric.bound()).isEqualTo(bound);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "推行“一次申报、两步验放”，实现“零距离”服务。",
                "运用5G、3D建模和H2018系统开展监管。",
                "2023年11月14日印发《关于第2批清单的通知》（临政发〔2023〕8号）。",
                "开展“双随机、一公开”检查，落实“四不”要求。",
                "提供7×24小时服务，设置24小时自助终端。",
                "2022-2024年持续实施，第三批名单另行公布。",
                "开通12345热线。",
                "新增用地10^4亩。",
                "处理2.5×10^3批货物。",
                "一是完善制度，二是建立平台，三是加强协同。",
                "三地海关共同签署协议。",
                "不得高于同一批次进口数量的5%。",
                "面积在1000平方米以上的厂房可分割转让。"
            })
    void leavesOutNamesDatesOrdinalsAndLimits(String sentence) {
        assertThat(MetricReader.read(sentence, MetricSection.PRACTICE)).isEmpty();
    }

    @Test
    void readsSeveralNumbersOfOneSentence() {
        List<Metric> metrics =
                MetricReader.read("查验时间由10分钟减少到1分钟以内，装卸时间均由3小时减少到20分钟以内，人员由4-5人减少到1-2人。", MetricSection.EFFECT);
        assertThat(metrics).extracting(Metric::indicator).containsExactly("查验时间", "装卸时间", "人员");
        assertThat(metrics).extracting(Metric::kind).containsOnly(MetricKind.BEFORE_AFTER);
    }

    @Test
    void readsOldAndNewValuesThatAreListedRespectively() {
        List<Metric> metrics = MetricReader.read("两类许可的时限分别由10天、6天缩短至3天、2天。", MetricSection.EFFECT);
        assertThat(metrics)
                .extracting(metric -> metric.before() + " " + metric.after())
                .containsExactly(
                        "Quantity[value=10, unit=天] Quantity[value=3, unit=天]",
                        "Quantity[value=6, unit=天] Quantity[value=2, unit=天]");
    }

    @Test
    void carriesTheVerbOverAList() {
        List<Metric> metrics = MetricReader.read("每年节省仓储成本30万元、资金占用成本500万元。", MetricSection.EFFECT);
        assertThat(metrics).extracting(Metric::kind).containsOnly(MetricKind.ABSOLUTE);
        assertThat(metrics).extracting(Metric::indicator).containsExactly("仓储成本", "资金占用成本");
        assertThat(metrics).extracting(Metric::direction).containsOnly(Direction.DOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "截至2023年9月，累计验放货物116批次。, 2023-09",
        "截至2022年底，累计验放货物116批次。, 2022-12",
        "2022年，全区验放货物116批次。, 2022",
        "截至2025年一季度，验放货物116批次。, 2025-03",
        "2023年至2025年4月，验放货物116批次。, 2025-04",
        "自2021年以来，验放货物116批次。, "
    })
    void knowsTheDateANumberSpeaksOf(String sentence, @Nullable String asOf) {
        assertThat(only(sentence).asOf()).isEqualTo(asOf);
    }

    @Test
    void forgetsTheDateAtTheEndOfTheSentence() {
        List<Metric> metrics = MetricReader.read("2022年验放116批次。成本下降20%。", MetricSection.EFFECT);
        assertThat(metrics).extracting(Metric::asOf).containsExactly("2022", null);
    }

    @Test
    void quotesTheTextAsPrinted() {
        String text = "通过改革，提箱时间由6小时缩短至45分钟，企业满意。截至2023年底，惠及企业 1,200 家。";
        for (Metric metric : MetricReader.read(text, MetricSection.EFFECT)) {
            assertThat(text).contains(metric.quote());
        }
    }

    @Test
    void countsInAPracticeNeedAWordThatMakesThemAnEffect() {
        assertThat(MetricReader.read("系统整合4个业务平台。", MetricSection.PRACTICE)).isEmpty();
        assertThat(MetricReader.read("累计服务企业400家。", MetricSection.PRACTICE)).hasSize(1);
    }

    private static Metric only(String sentence) {
        List<Metric> metrics = MetricReader.read(sentence, MetricSection.EFFECT);
        assertThat(metrics).hasSize(1);
        return metrics.getFirst();
    }
}
