package io.casewire.parsing.field.responsibility;

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
                "牵头部门：市港航局；协同部门：市财政局、东港海关|市港航局|市财政局/东港海关",
                "主责部门：市港航局；协作单位：市财政局|市港航局|市财政局",
                "牵头处室：港口处 责任领导：张三 配合处室：法规处|港口处|法规处",
                "牵头单位：市港航局会同市财政局|市港航局|市财政局",
                // sentences
                "市港航局会同市财政局、东港海关|市港航局|市财政局/东港海关",
                "市港航局（市港口集团配合）|市港航局|市港口集团",
                "市港航局（市财政局、东港海关协助）、各码头企业|-|市财政局/东港海关",
                "市港航局牵头，市财政局、东港海关配合|市港航局|市财政局/东港海关",
                "市港航局牵头负责|市港航局|-",
                "市港航局牵头，市财政局、东港海关按职责分工负责|市港航局|市财政局/东港海关",
                "由市港航局会同市财政局负责|市港航局|市财政局",
                "市港航局、市财政局负责|-|-",
                "市港航局（牵头）、市财政局、东港海关|市港航局|市财政局/东港海关",
                "市财政局、市港航局（牵头单位）|市港航局|市财政局",
                "市港航局牵头、市财政局配合|市港航局|市财政局",
                "市港航局、市财政局按职责分工负责，各码头企业配合做好相关工作|-|各码头企业",
                "责任单位：市港航局、市财政局按职责分工负责，各码头企业配合有关工作|-|各码头企业",
                "牵头单位：市港航局、市财政局按职责分工负责|市港航局/市财政局|-",
                "市港航局指导，东港海关负责落实|-|-",
                "责任单位：市港航局牵头，市财政局配合|市港航局|市财政局"
            })
    void tellsWhoLeadsAndWhoTakesPart(String passage, String lead, String supporting) {
        Responsibility found = requireNonNull(ResponsibilityReader.read(passage, FirstUnit.IS_ONE_OF_MANY));
        assertThat(found.leadUnits()).isEqualTo(list(lead));
        assertThat(found.supportingUnits()).isEqualTo(list(supporting));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "市港航局、市财政局按职责分工负责|市港航局/市财政局",
                "市港航局、市财政局按职责分工负责，各区人民政府结合实际落实|市港航局/市财政局/各区人民政府",
                "市港航局负责，各区人民政府根据本地实际组织实施|市港航局/各区人民政府",
                "市港航局牵头，市财政局等单位按职责分工负责|市港航局/市财政局",
                "市港航局、市财政局按职责分工负责，各码头企业配合有关工作|市港航局/市财政局/各码头企业",
                "市港航局指导，试验园区负责落实|市港航局/试验园区",
                "市港航局、市应急管理局指导|市港航局/市应急管理局",
                "市委组织部、市对外合作办负责|市委组织部/市对外合作办",
                "市港航局指导，港口集团具体实施，各船公司积极配合|市港航局/港口集团/各船公司",
                "市港航局（牵头）、市财政局|市港航局/市财政局",
                "市港航局/市财政局/东港海关|市港航局/市财政局/东港海关",
                "责任单位：市港航局 市财政局　东港海关|市港航局/市财政局/东港海关",
                "牵头：市港航局 配合：市财政局 东港海关|市港航局/市财政局/东港海关",
                "无|-",
                "—|-"
            },
            nullValues = "-")
    void endsANameBeforeWhatIsSaidOfIt(String passage, @org.jspecify.annotations.Nullable String units) {
        Responsibility found = ResponsibilityReader.ofCell(passage, passage, FirstUnit.IS_ONE_OF_MANY);

        assertThat(found == null ? List.of() : found.units()).isEqualTo(list(units));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "修建泊位。（交通厅负责）购置岸电。（电力局、水利厅负责）培训船员。（教育厅负责）|（交通厅负责）/（电力局、水利厅负责）",
                "修建泊位（交通厅牵头，水利厅配合）。购置岸电。（电力局负责）|（交通厅牵头，水利厅配合）",
                "修建泊位。（责任单位：交通厅）购置岸电。（责任单位：电力局）|（责任单位：交通厅）",
                "修建泊位。（交通厅指导）购置岸电。|（交通厅指导）",
                "修建泊位（由交通厅负责）和岸电。（电力局负责）|''",
                "修建泊位。（含老旧泊位）购置岸电。（电力局负责）|''",
                "修建泊位。（加强业务指导）购置岸电。|''",
                "修建泊位。（各方面要负责）购置岸电。|''"
            })
    void findsTheBracketsBehindSentencesInsideAnItem(String item, String brackets) {
        assertThat(ResponsibilityReader.inside(item, FirstUnit.IS_ONE_OF_MANY))
                .extracting(found -> item.substring(found.start(), found.end()))
                .isEqualTo(brackets.isEmpty() ? List.of() : list(brackets));
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
    @ValueSource(
            strings = {"允许凭承诺书先行提离（电子版）", "统一标准。（加强指导）", "统一标准。（海关支持企业发展）", "各部门抓好落实。", "优化流程。", "", "对企业（含个体工商户）开放）"})
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

    @Test
    void namesOfPeopleBeforeTheUnitsAreNoPartOfTheText() {
        String item = "推广电子提单。责任领导：张三；牵头部门：市港航局；协同部门：无";
        Responsibility found = requireNonNull(ResponsibilityReader.trailing(item, FirstUnit.IS_ONE_OF_MANY));

        assertThat(item.substring(0, found.start())).isEqualTo("推广电子提单。");
        assertThat(found.units()).containsExactly("市港航局");
    }

    private static List<String> list(@org.jspecify.annotations.Nullable String units) {
        return units == null ? List.of() : List.of(units.split("/"));
    }
}
