package io.casewire.parsing.field.responsibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitNamesTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "市商务局、市财政局|市商务局/市财政局",
                "市商务局,市财政局；滨江海关|市商务局/市财政局/滨江海关",
                "市自然资源和规划局、市住房和城乡建设局|市自然资源和规划局/市住房和城乡建设局",
                "文化和旅游部、工业和信息化部|文化和旅游部/工业和信息化部",
                "发展和改革委员会和住房和城乡建设部及人力资源和社会保障厅|发展和改革委员会/住房和城乡建设部/人力资源和社会保障厅",
                "规划和自然资源局与商务和投资促进局以及城市和交通管理局|规划和自然资源局/商务和投资促进局/城市和交通管理局",
                "省委和省政府、海关与边检总站|省委/省政府/海关/边检总站",
                "各区政府（含开发区，下同）、市社会和养老保险局|各区政府/市社会和养老保险局",
                "市发改委和市财政局|市发改委/市财政局",
                "省市场监管局（省知识产权局）、东湖片区|省市场监管局（省知识产权局）/东湖片区",
                "各县（市、区）政府、市税务局|各县（市、区）政府/市税务局",
                "市公安局、市卫健委等涉企许可单位|市公安局/市卫健委",
                "海关总署、商务部等有关部门|海关总署/商务部",
                "水利厅、林业局等和各市人民政府|水利厅/林业局/各市人民政府",
                "水利厅、林业局等部门及各有关县人民政府|水利厅/林业局/各有关县人民政府",
                "省残联、省妇联等以及各设区市政府|省残联/省妇联/各设区市政府",
                "水利厅等各州市人民政府|水利厅/各州市人民政府",
                "水利厅、林业局等各有关单位|水利厅/林业局",
                "市商务局（口岸办）和市交通局|市商务局（口岸办）/市交通局",
                "市水务局、无|市水务局",
                "各级水利、林业、财政部门和市水务局|各级水利、林业、财政部门/市水务局",
                "各级水利、市场监管部门|各级水利、市场监管部门",
                "各盟行政公署、市人民政府|各盟行政公署、市人民政府",
                "各有关高等院校、市水务局|各有关高等院校/市水务局",
                "1.市水务局;②市林业局|市水务局/市林业局",
                "省水利厅1.省林业厅2.滨江海关|省水利厅/省林业厅/滨江海关",
                "1.省水利厅2.省林业厅|省水利厅/省林业厅",
                "①省水利厅②省林业厅|省水利厅/省林业厅",
                "（1）省水利厅（2）省林业厅|省水利厅/省林业厅",
                "1、省水利厅；2、省林业厅|省水利厅/省林业厅",
                "省水利厅（1）、省林业厅（2）|省水利厅/省林业厅",
                "省水利厅①、省林业厅②|省水利厅/省林业厅",
                "12345热线办公室、省水利厅|12345热线办公室/省水利厅",
                "样例信保、样例资管等|样例信保/样例资管",
                "水利厅、各市、县人民政府|水利厅/各市、县人民政府",
                "各市、市发展改革委|各市/市发展改革委",
                "各区、区财政局|各区/区财政局",
                "市委改革办，各区（县）党委和人民政府|市委改革办/各区（县）党委、人民政府",
                "市司法局  市税务局|市司法局/市税务局",
                "市商务局、市商务局|市商务局",
                "由市商务局|市商务局",
                "市商务局。|市商务局"
            })
    void splitsAListWithoutCuttingNames(String printed, String units) {
        assertThat(UnitNames.split(printed)).isEqualTo(Arrays.asList(units.split("/")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"市水务局/市林业局/滨江海关|市水务局、市林业局、滨江海关", "市水务局／市林业局|市水务局、市林业局", "某某/集团公司|某某/集团公司", "市水务局、/|市水务局"})
    void aStrokeDividesBehindAWholeName(String printed, String units) {
        assertThat(UnitNames.split(printed)).isEqualTo(Arrays.asList(units.split("、")));
    }

    @ParameterizedTest
    @CsvSource({"''", "'  '", "、、", "等", "无", "/", "—", "——", "暂无"})
    void findsNoUnitInAnEmptyList(String printed) {
        assertThat(UnitNames.split(printed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "市水务局|市林业局、市财政局|true",
                "市水务局、市财政局（牵头）|市林业局|true",
                "市水务局|各区政府|true",
                "海关总署|商务部|true",
                "市住房和城乡|建设局|false",
                "市水务局、市财|政局|false",
                "市水务局、|市林业局|false",
                "市人民政府|办公室|false",
                "公安局|交警支队|false",
                "市水务局|并做好衔接|false",
                "市委|宣传部|false"
            })
    void aLineBreakPartsNamesOnlyWhereBothSidesAreWhole(String before, String after, boolean apart) {
        assertThat(UnitNames.areApart(before, after)).isEqualTo(apart);
    }
}
