package io.casewire.parsing.genre.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.PolicyDocument;
import io.casewire.contracts.parsed.Promotion;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.parsing.genre.Recognised;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InnovationTablesTests {
    private static final String TABLE = "/序号_成果名称_主要内容_来源地区~1_样例预约模式_推行预约。_福建自贸试验区";
    private static final String OTHER = "/序号_成果名称_主要内容_来源地区~1_样例共享机制_推行共享。_湖北自贸试验区";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "a report with two tables;样例发展报告;95",
                "a yearbook;样例年鉴;95",
                "a letter that sends a report;关于印发样例发展报告的通知;0",
                "no report;样例清单;0",
            })
    void aReportListsInnovationsInTables(String name, String title, int score) {
        assertThat(read(title + "/表1 投资" + TABLE + "/表2 贸易" + OTHER).score()).isEqualTo(score);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "innovations and their areas;序号_创新成果_片区~1_样例_甲片区;95",
                "titles of no kind;序号_名称_片区~1_样例_甲片区;0",
                "units that are no areas;序号_创新成果_完成单位~1_样例_甲公司;0",
                "no numbers;创新成果_片区~样例_甲片区;0",
            })
    void anInnovationMayHaveNothingButItsArea(String name, String table, int score) {
        assertThat(read("样例发展报告/表1 投资/" + table + "/表2 贸易/" + table).score()).isEqualTo(score);
    }

    @Test
    void oneTableIsTooFewAndOtherTablesDoNotCount() {
        assertThat(read("样例发展报告" + TABLE).score()).isZero();
        assertThat(read("样例发展报告" + TABLE + "/另表/序号_成果名称_责任单位~1_样例_甲局").score()).isZero();
    }

    @Test
    void aCaseStandsUnderItsChapterAndItsCaption() {
        assertThat(read("样例发展报告/一、投资便利/表1 投资创新" + TABLE + "/二、贸易便利/（一）通关/表2 贸易创新" + OTHER)
                        .cases())
                .extracting(CaseRecord::title, CaseRecord::zones, CaseRecord::category, CaseRecord::path)
                .containsExactly(
                        tuple("样例预约模式", List.of("福建自贸试验区"), "投资便利", List.of("投资便利", "表1 投资创新")),
                        tuple("样例共享机制", List.of("湖北自贸试验区"), "贸易便利", List.of("贸易便利", "通关", "表2 贸易创新")));
    }

    @Test
    void proseAboveTheTableTellsOfItsRows() {
        CaseRecord first = read("样例发展报告/一、投资便利/福建自贸试验区的样例预约模式，企业网上取号。排队时间缩短一半。/表1 投资创新" + TABLE + "/二、贸易便利" + OTHER)
                .cases()
                .getFirst();

        assertThat(Objects.requireNonNull(first.practice()).text()).isEqualTo("福建自贸试验区的样例预约模式，企业网上取号。排队时间缩短一半。");
    }

    @Test
    void aTableThatListsOfficialTextsHoldsNoCases() {
        assertThat(read("样例发展报告" + TABLE + "/另表/序号_标题_主要内容_来源地区~1_《样例条例》_甲_福建自贸试验区")
                        .titles())
                .containsExactly("样例预约模式");
    }

    @Test
    void anAnnexPromotesItsRowsByTheInstrumentThatSpansIt() {
        List<CaseRecord> cases = read("样例发展报告" + TABLE + "/附件/附表1 样例批复制推广的改革试点经验/序号_改革事项_推广范围~"
                        + "《关于复制推广样例改革试点经验的通知》（样函〔2023〕5号）__~1_样例直贷改革_全国~2_样例互认制度_全国自贸试验区")
                .cases();

        Promotion promotion = Objects.requireNonNull(cases.get(1).promotion());
        assertThat(promotion.scope()).isEqualTo(PromotionScope.NATIONWIDE);
        assertThat(promotion.since()).isEqualTo("2023");
        assertThat(promotion.instrument()).isEqualTo(new PolicyDocument("关于复制推广样例改革试点经验的通知", "样函〔2023〕5号", null));
        assertThat(Objects.requireNonNull(cases.get(2).promotion()).scope()).isEqualTo(PromotionScope.PILOT_ZONES);
    }

    @Test
    void whatAHeadingDeclaresIsComparedWithTheTablesBelowIt() {
        assertThat(read("样例发展报告/一、推广的2项创新成果" + TABLE).diagnostics())
                .containsExactly("DECLARED_COUNT_MISMATCH: '推广的2项创新成果' declares 2, 1 were found");
    }

    private static Recognised read(String text) {
        return Recognised.by(new InnovationTables(), text);
    }
}
