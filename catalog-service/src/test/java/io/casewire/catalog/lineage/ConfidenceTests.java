package io.casewire.catalog.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.catalog.CaseDraft;
import io.casewire.catalog.lineage.likeness.Confidence;
import io.casewire.catalog.lineage.likeness.Likeness;
import io.casewire.catalog.lineage.likeness.Telling;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.PromotionScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfidenceTests {
    private static final double CONFIRMED = 0.9;
    private static final double PROPOSED = 0.5;
    private static final String PRACTICE = "粮食到港以前，企业在船上完成熏蒸处理并上传记录，海关核对后即可卸船，船舶不再移泊等待，检疫与装卸同时进行，码头按计划安排泊位，全程留有影像。";

    @ParameterizedTest
    @CsvSource({
        // equal but for spelling; shortened; a word put in; the name kept
        "港口散粮随船熏蒸检疫新模式, 港口散粮隨船熏蒸檢疫模式",
        "跨境船舶租赁“一站式”登记监管新模式, 创新跨境船舶租赁“一站式”登记监管服务模式",
        "“银关一码通”两地一体化模式, “银关一码通”两地通办集成化改革",
        "综合物流园区一线入园货物“即来即走”新模式, 综合物流园区一线入园即来即走便捷监管",
    })
    void aNationalListNamesAnInnovationThoughItWasRenamed(String made, String listed) {
        assertThat(confidence(made(made), listed(listed))).isGreaterThanOrEqualTo(CONFIRMED);
    }

    @ParameterizedTest
    @CsvSource({
        "跨境电商出口退货集中监管新模式, 跨境电商进口退货集中监管新模式",
        "空运冷链货物快速查验模式, 海运冷链货物快速查验模式",
        "跨境电商9810退税标准流程, 跨境电商9710退税标准流程",
        "知识产权质押融资新模式, 植物新品种权独立质押融资模式",
        "民事案件繁简分流改革, 刑事案件繁简分流改革",
        "船舶登记一次办理, 船舶注销一次办理",
        "推进长沙片区通关便利化, 推进厦门片区通关便利化",
    })
    void oppositesAndNeighboursAreNotConfirmed(String made, String listed) {
        assertThat(confidence(made(made), listed(listed))).isLessThan(CONFIRMED);
    }

    @Test
    void theSameTitleOfAnotherPlaceIsAnotherInnovationUnlessTheTextIsTheSame() {
        CaseRecord here = CaseDraft.of("here", "商事主体登记确认制改革")
                .zones("湖南自贸试验区")
                .practice(PRACTICE)
                .content();
        CaseRecord there = CaseDraft.of("there", "商事主体登记确认制改革")
                .zones("海南自贸试验区")
                .practice("登记机关对申请人提交的材料作形式确认，符合规定的当场登记，经营范围由申请人自主申报，登记以后由部门按照信用等级抽查，异常的列入名录。")
                .content();
        CaseRecord copied = CaseDraft.of("copied", "商事主体登记确认制改革")
                .zones("海南自贸试验区")
                .practice(PRACTICE)
                .content();
        assertThat(confidence(of(here, Told.RESULTS), of(there, Told.REPORT))).isLessThan(PROPOSED);
        assertThat(confidence(of(here, Told.RESULTS), of(copied, Told.REPORT))).isGreaterThanOrEqualTo(CONFIRMED);
    }

    @Test
    void aRetoldTextWithItsFiguresIsKnownThoughTheTitleIsNew() {
        CaseRecord one = CaseDraft.of("one", "港口散粮检疫流程优化")
                .zones("辽宁自贸试验区")
                .practice(PRACTICE)
                .metric("在港时间", "37.5")
                .content();
        CaseRecord other = CaseDraft.of("other", "进境粮食随船处理新模式")
                .zones("辽宁自贸试验区")
                .practice("改革以前船舶须移泊等待。" + PRACTICE)
                .metric("船舶在港时间", "37.5")
                .content();
        assertThat(confidence(of(one, Told.RESULTS), of(other, Told.REPORT))).isGreaterThanOrEqualTo(CONFIRMED);
    }

    @Test
    void entriesOfOneListStayApart() {
        Telling one = listed("港口散粮检疫新模式");
        CaseRecord other = CaseDraft.of("second", "港口散粮检疫监管新模式")
                .scope(PromotionScope.NATIONWIDE)
                .content();
        assertThat(Likeness.stayApart(one, of(other, Told.LIST))).isTrue();
        assertThat(Likeness.stayApart(one, of(other, Told.REPORT))).isFalse();
    }

    @Test
    void saysWhatSpeaksForIt() {
        CaseRecord one = CaseDraft.of("one", "散粮“随船熏蒸”新模式")
                .zones("辽宁自贸试验区")
                .practice(PRACTICE)
                .content();
        CaseRecord other = CaseDraft.of("other", "散粮“随船熏蒸”检疫")
                .zones("辽宁自贸试验区")
                .practice(PRACTICE)
                .content();
        assertThat(Likeness.of(of(one, Told.RESULTS), of(other, Told.REPORT)).reasons())
                .containsExactly(
                        "titles alike to 91 %",
                        "both titles name 随船熏蒸",
                        "made in the same place: 辽宁",
                        "100 % of the shorter text's wording in the other");
    }

    @ParameterizedTest
    @CsvSource({
        "企业许可“到期自续”, “到期自续”审批服务新模式",
        "企业登记业务“会填表单”新模式, 企业登记“会填表单”模式",
        "出口检疫证单“云上发”平台, 出口检疫证单云上发",
    })
    void anAdoptionIsOfWhatItNamesThoughNotByItsWholeTitle(String made, String adopted) {
        Telling adoption = Telling.of(Told.adoption(adopted, "聊城市", "371500", "山东省", adopted), Told.REPORT);
        assertThat(confidence(made(made), adoption)).isGreaterThanOrEqualTo(CONFIRMED);
        assertThat(confidence(made("二手车出口“滚改集”运输模式改革"), adoption)).isLessThan(PROPOSED);
    }

    private static double confidence(Telling one, Telling other) {
        double confidence = Confidence.of(Likeness.of(one, other));
        assertThat(Confidence.of(Likeness.of(other, one))).as("either way").isEqualTo(confidence);
        return confidence;
    }

    private static Telling made(String title) {
        return of(CaseDraft.of(title, title).zones("湖南自贸试验区").content(), Told.RESULTS);
    }

    private static Telling listed(String title) {
        return of(
                CaseDraft.of(title + "listed", title)
                        .scope(PromotionScope.NATIONWIDE)
                        .content(),
                Told.LIST);
    }

    private static Telling of(CaseRecord content, DocumentReference document) {
        return Telling.of(content, document);
    }
}
