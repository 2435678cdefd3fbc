package io.casewire.parsing.genre.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.parsing.genre.Recognised;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuresTests {
    private static final String ZONES = "支持自贸试验区发展若干措施/";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "measures for the zones;支持自贸试验区若干措施/（一）推行甲。（责任单位：甲局）/（二）推行乙。（责任单位：乙局）/（三）推行丙。（责任单位：丙局）;92",
                "two are too few;支持自贸试验区若干措施/（一）推行甲。（责任单位：甲局）/（二）推行乙。（责任单位：乙局）;0",
                "for others but with a scope;若干措施/（一）推行甲。（责任单位：甲局；适用范围：全省）/（二）推行乙。（责任单位：乙局）/（三）推行丙。（责任单位：丙局）;86",
                "for others without a scope;若干措施/（一）推行甲。（责任单位：甲局）/（二）推行乙。（责任单位：乙局）/（三）推行丙。（责任单位：丙局）;0",
                "a plan;自贸试验区若干措施分工方案/（一）推行甲。（责任单位：甲局）/（二）推行乙。（责任单位：乙局）/（三）推行丙。（责任单位：丙局）;0",
                "without chapters;关于支持甲市综合保税区发展若干措施的通知/一、推行甲。企业可自主选择仓位和时段。/二、推行乙。企业可自主选择仓位和时段。/三、推行丙。企业可自主选择仓位和时段。"
                        + "/四、推行丁。企业可自主选择仓位和时段。/五、推行戊。企业可自主选择仓位和时段。;80",
                "numbered through the chapters;关于支持甲市保税港区的工作措施/一、通关/（一）推行甲。企业可自主选择仓位和时段。/（二）推行乙。企业可自主选择仓位和时段。/二、金融"
                        + "/（三）推行丙。企业可自主选择仓位和时段。/（四）推行丁。企业可自主选择仓位和时段。/（五）推行戊。企业可自主选择仓位和时段。;80",
                "to nobody;关于支持样例业务的工作措施/一、推行甲。企业可自主选择仓位和时段。/二、推行乙。企业可自主选择仓位和时段。/三、推行丙。企业可自主选择仓位和时段。"
                        + "/四、推行丁。企业可自主选择仓位和时段。/五、推行戊。企业可自主选择仓位和时段。;0",
                "a plan for a zone;甲市综合保税区工作措施分工方案/一、推行甲。企业可自主选择仓位和时段。/二、推行乙。企业可自主选择仓位和时段。/三、推行丙。企业可自主选择仓位和时段。"
                        + "/四、推行丁。企业可自主选择仓位和时段。/五、推行戊。企业可自主选择仓位和时段。;0",
                "chapters that are no measures;支持甲市保税区的措施/一、基本情况/二、主要做法/三、存在问题/四、下步打算/五、有关建议;0",
                "nobody is named;支持自贸试验区若干措施/1.推行样例改革一，企业少跑一趟。/2.推行样例改革二，企业少跑一趟。/3.推行样例改革三，企业少跑一趟。"
                        + "/4.推行样例改革四，企业少跑一趟。/5.推行样例改革五，企业少跑一趟。;80",
            })
    void measuresForTheZonesNameTheirDepartments(String name, String text, int score) {
        assertThat(Recognised.by(new Measures(), text).score()).isEqualTo(score);
    }

    @Test
    void aMeasureHasItsTitleItsTextAndItsDepartments() {
        List<CaseRecord> cases = read(ZONES + "一、贸易便利/（一）推行预约。企业网上取号。（责任单位：市港航局、市财政局）"
                        + "/（二）推行共享。（牵头单位：市商务局；配合单位：市财政局）/二、金融服务/（三）推行直贷。（责任单位：市财政局）")
                .cases();

        assertThat(cases)
                .extracting(
                        CaseRecord::number,
                        CaseRecord::title,
                        CaseRecord::category,
                        CaseRecord::leadUnits,
                        CaseRecord::supportingUnits)
                .containsExactly(
                        tuple(1, "推行预约", "贸易便利", List.of("市港航局", "市财政局"), List.of()),
                        tuple(2, "推行共享", "贸易便利", List.of("市商务局"), List.of("市财政局")),
                        tuple(3, "推行直贷", "金融服务", List.of("市财政局"), List.of()));
        assertThat(Objects.requireNonNull(cases.getFirst().practice()).text()).isEqualTo("推行预约。企业网上取号。");
    }

    @Test
    void theDepartmentsMayStandBelowTheMeasure() {
        assertThat(read(ZONES + "（一）推行预约。/1.网上取号。/2.到点办理。（责任单位：市港航局）/（二）推行共享。（责任单位：市商务局）/（三）推行直贷。（责任单位：市财政局）")
                        .cases())
                .extracting(CaseRecord::title, CaseRecord::leadUnits)
                .containsExactly(
                        tuple("推行预约", List.of("市港航局")), tuple("推行共享", List.of("市商务局")), tuple("推行直贷", List.of("市财政局")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "its own;（责任单位：市港航局；适用范围：全国自贸试验区）;以下各项。;PILOT_ZONES",
                "the general one;（责任单位：市港航局）;各项适用范围均为全国。;NATIONWIDE",
                "its own before the general one;（责任单位：市港航局；适用范围：全国自贸试验区）;各项适用范围均为全国。;PILOT_ZONES",
            })
    void aScopePromotesTheMeasure(String name, String end, String general, PromotionScope scope) {
        CaseRecord first = read(ZONES + general + "/（一）推行甲事。" + end + "/（二）推行乙事。（责任单位：市商务局）/（三）推行丙事。（责任单位：市财政局）")
                .cases()
                .getFirst();

        assertThat(Objects.requireNonNull(first.promotion()).scope()).isEqualTo(scope);
    }

    @Test
    void withoutAScopeNothingIsPromoted() {
        assertThat(read(ZONES + "（一）推行甲事。（责任单位：市港航局）/（二）推行乙事。（责任单位：市商务局）/（三）推行丙事。（责任单位：市财政局）")
                        .cases())
                .extracting(CaseRecord::promotion)
                .containsOnlyNulls();
    }

    @Test
    void aGapInTheNumbersIsTold() {
        assertThat(read(ZONES + "（一）推行甲事。（责任单位：市港航局）/（二）推行乙事。（责任单位：市商务局）/（四）推行丙事。（责任单位：市财政局）")
                        .diagnostics())
                .containsExactly("NUMBERING_GAP: Number 3 is missing before 4");
    }

    @Test
    void measuresThatNameNobodyRunOnThroughTheChapters() {
        String five = "一、贸易便利/1.推行样例改革一，企业少跑一趟。/（1）网上取号。/2.推行样例改革二，企业少跑一趟。/二、金融服务/3.推行样例改革三，企业少跑一趟。"
                + "/4.推行样例改革四，企业少跑一趟。/5.推行样例改革五，企业少跑一趟。/三、组织实施/6.加强样例组织领导，落实责任分工。";

        List<CaseRecord> cases = read(ZONES + five).cases();

        assertThat(cases).extracting(CaseRecord::number).containsExactly(1, 2, 3, 4, 5);
        assertThat(cases).extracting(CaseRecord::category).containsOnly("贸易便利", "金融服务");
        assertThat(Objects.requireNonNull(cases.getFirst().practice()).text()).isEqualTo("推行样例改革一，企业少跑一趟。\n（1）网上取号。");
    }

    @Test
    void withoutDepartmentsTheyAreForTheZoneOfTheTitle() {
        List<CaseRecord> cases = read("关于支持甲市综合保税区发展的若干措施/一、推行甲。企业可自主选择仓位和时段。/二、推行乙。企业可自主选择仓位和时段。/三、推行丙。企业可自主选择仓位和时段。"
                        + "/四、推行丁。企业可自主选择仓位和时段。/五、推行戊。企业可自主选择仓位和时段。/六、组织实施。各部门抓好落实。")
                .cases();

        assertThat(cases)
                .extracting(CaseRecord::number, CaseRecord::title, found -> Objects.requireNonNull(found.promotion())
                        .scopeText())
                .containsExactly(
                        tuple(1, "推行甲", "甲市综合保税区"),
                        tuple(2, "推行乙", "甲市综合保税区"),
                        tuple(3, "推行丙", "甲市综合保税区"),
                        tuple(4, "推行丁", "甲市综合保税区"),
                        tuple(5, "推行戊", "甲市综合保税区"));
    }

    private static Recognised read(String text) {
        return Recognised.by(new Measures(), text);
    }
}
