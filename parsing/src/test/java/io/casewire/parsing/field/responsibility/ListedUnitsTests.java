package io.casewire.parsing.field.responsibility;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListedUnitsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "修建泊位。（市港航局、市财政局）|市港航局/市财政局",
                "修建泊位（市港航局，港口集团，有关市州政府）。|市港航局/港口集团/有关市州政府",
                "修建泊位。〔市港航局〕|市港航局",
                "修建泊位。（市港航局/东港海关，2024年底前）|市港航局/东港海关",
                "修建泊位。（市港航局等12个部门，各市州、县市区人民政府）|市港航局/各市州、县市区人民政府",
                "修建泊位。（市港航局、船舶检验中心）|市港航局/船舶检验中心"
            })
    void aBracketOfOfficesSaysWhoDoesIt(String item, String units) {
        Responsibility found = requireNonNull(ListedUnits.trailing(item, FirstUnit.IS_ONE_OF_MANY));

        assertThat(found.units()).isEqualTo(List.of(units.split("/")));
        assertThat(item.substring(0, found.start()))
                .isEqualTo(item.substring(0, item.indexOf(found.units().getFirst()) - 1));
        assertThat(found.leadUnits()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "空箱预约进场（厦门片区、平潭片区）",
                "建设一批平台（省重点实验室、工程研究中心）。",
                "支持各类园区（开发区、高新区）。",
                "各区政府（含开发区管委会）。",
                "修建泊位。（以下简称市港航局）",
                "修建泊位。（参见：市港航局）",
                "修建泊位。（此件公开发布）",
                "（市港航局）",
                "修建泊位。",
                ""
            })
    void noOtherBracketDoes(String item) {
        assertThat(ListedUnits.trailing(item, FirstUnit.IS_ONE_OF_MANY)).isNull();
    }
}
