package io.casewire.parsing.genre.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BracketedOriginTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "甲片区;'';甲片区;''",
                "甲片区、乙片区;'';甲片区,乙片区;''",
                "厦门片区;福建自贸试验区;厦门片区;''",
                "厦门片区、甲海关;福建自贸试验区;厦门片区;厦门片区,甲海关",
                "甲海关和乙局;'';'';甲海关,乙局",
                "甲片区、人民银行乙省分行;'';甲片区;甲片区,人民银行乙省分行",
                "甲市、乙县;'';'';甲市,乙县",
                "长沙;'';'';长沙",
                "甲综合保税区;'';'';甲综合保税区",
            })
    void namesAreasAndUnits(String words, String zones, String areas, String units) {
        BracketedOrigin read = Objects.requireNonNull(BracketedOrigin.read(words));

        assertThat(String.join(",", read.origin().zones())).isEqualTo(zones);
        assertThat(String.join(",", read.origin().areas())).isEqualTo(areas);
        assertThat(String.join(",", read.units())).isEqualTo(units);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "试行", "全市", "各片区", "片区", "试点城市", "甲片区推行", "甲片区、试行", "重点园区", "甲市推行样例改革的有关单位和人员所在的甲局"})
    void anythingElseIsNoOrigin(String words) {
        assertThat(BracketedOrigin.read(words)).isNull();
    }
}
