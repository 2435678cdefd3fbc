package io.casewire.ingest.responsibility;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponsibilityReaderTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // labels
                "牵头单位：市港航局 责任单位：市财政局、东港海关|市港航局|市财政局/东港海关",
                "牵头单位:市港航局  配合单位:市财政局,东港海关|市港航局|市财政局/东港海关",
                "牵头部门：市港航局；配合部门：市财政局|市港航局|市财政局",
                "主办单位：省数据局 协办单位：省公安厅|省数据局|省公安厅",
                "牵头单位：市港航局|市港航局|-",
                "责任单位：市港航局、市财政局|-|-",
                "（责任单位：市港航局 完成时限：2024年底前）|-|-",
                // sentences
                "市港航局牵头，市财政局、东港海关配合|市港航局|市财政局/东港海关",
                "市港航局牵头负责|市港航局|-",
                "市港航局牵头，市财政局、东港海关按职责分工负责|市港航局|市财政局/东港海关",
                "由市港航局会同市财政局负责|市港航局|市财政局",
                "市港航局、市财政局负责|-|-",
                "责任单位：市港航局牵头，市财政局配合|市港航局|市财政局"
            })
    void tellsWhoLeadsAndWhoTakesPart(String passage, String lead, String supporting) {
        Responsibility found = requireNonNull(ResponsibilityReader.read(passage, FirstUnit.IS_ONE_OF_MANY));
        assertThat(found.leadUnits()).isEqualTo(list(lead));
        assertThat(found.supportingUnits()).isEqualTo(list(supporting));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "责任单位：市港航局、市财政局、东港海关",
                "负责部门：市港航局、市财政局、东港海关",
                "指导部门：市港航局、市财政局、东港海关",
                "市港航局、市财政局、东港海关负责",
                "市港航局、市财政局，东港海关按职责分工负责",
                "市港航局、市财政局、东港海关"
            })
    void makesTheFirstUnitLeadWhereTheDocumentSaysSo(String passage) {
        Responsibility found = requireNonNull(ResponsibilityReader.read(passage, FirstUnit.LEADS));
        assertThat(found.units()).containsExactly("市港航局", "市财政局", "东港海关");
        assertThat(found.leadUnits()).containsExactly("市港航局");
        assertThat(found.supportingUnits()).containsExactly("市财政局", "东港海关");
    }

    @ParameterizedTest
    @ValueSource(strings = {"（排第一的为牵头单位，下同）", "列首位的为牵头部门", "第一个为牵头单位", "排在第一位的部门为牵头部门，下同"})
    void knowsTheSentenceThatMakesTheFirstUnitLead(String sentence) {
        assertThat(FirstUnit.saidBy("二、主要任务" + sentence + "第一项")).isEqualTo(FirstUnit.LEADS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"由第一海洋所牵头", "牵头单位：市港航局", ""})
    void takesNoOtherSentenceForThatRule(String sentence) {
        assertThat(FirstUnit.saidBy(sentence)).isEqualTo(FirstUnit.IS_ONE_OF_MANY);
    }

    @Test
    void findsTheBracketAtTheEndOfAnItem() {
        String item = "3.试行夜间验放。允许凭承诺书（电子版）先行提离。（海关总署、交通运输部负责）";
        Responsibility found = requireNonNull(ResponsibilityReader.trailing(item, FirstUnit.LEADS));
        assertThat(found.units()).containsExactly("海关总署", "交通运输部");
        assertThat(item.substring(0, found.start())).isEqualTo("3.试行夜间验放。允许凭承诺书（电子版）先行提离。");
        assertThat(found.end()).isEqualTo(item.length());
    }

    @Test
    void findsTheLabelsAtTheEndOfAnItem() {
        String item = "推广电子提单。牵头单位：市港航局；责任单位：市财政局";
        Responsibility found = requireNonNull(ResponsibilityReader.trailing(item, FirstUnit.IS_ONE_OF_MANY));
        assertThat(found.leadUnits()).containsExactly("市港航局");
        assertThat(item.substring(0, found.start())).isEqualTo("推广电子提单。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"允许凭承诺书先行提离（电子版）", "优化流程。", "", "对企业（含个体工商户）开放）"})
    void findsNothingWhereAnItemNamesNobody(String item) {
        assertThat(ResponsibilityReader.trailing(item, FirstUnit.LEADS)).isNull();
    }

    @Test
    void appliesTheRuleThatTheBracketItselfStates() {
        Responsibility found = requireNonNull(
                ResponsibilityReader.trailing("拓展市场。（税务总局、财政部、海关总署负责，排在第一位的部门为牵头部门，下同）", FirstUnit.IS_ONE_OF_MANY));
        assertThat(found.leadUnits()).containsExactly("税务总局");
        assertThat(found.units()).containsExactly("税务总局", "财政部", "海关总署");
    }

    private static List<String> list(@org.jspecify.annotations.Nullable String units) {
        return units == null ? List.of() : List.of(units.split("/"));
    }
}
