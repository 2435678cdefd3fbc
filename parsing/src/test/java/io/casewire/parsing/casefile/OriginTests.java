package io.casewire.parsing.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginTests {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "湖南自贸试验区岳阳片区|湖南自贸试验区|岳阳片区",
                "中国（湖南）自由贸易试验区|湖南自贸试验区|''",
                "岳阳片区、长沙片区|''|岳阳片区,长沙片区",
                "岳阳片区和岳阳片区|''|岳阳片区",
                "浙江自贸试验区舟山片区|浙江自贸试验区|舟山片区",
                "岳阳海关|''|''",
                "甲单位|''|''",
            })
    void namesZonesAndAreas(String text, String zones, String areas) {
        Origin origin = Origin.of(text);

        assertThat(String.join(",", origin.zones())).isEqualTo(zones);
        assertThat(String.join(",", origin.areas())).isEqualTo(areas);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "岳阳片区|湖南自贸试验区",
                "湖南自贸试验区岳阳片区|湖南自贸试验区",
                "湖北自贸试验区和岳阳片区|湖北自贸试验区",
                "甲单位|''",
            })
    void anAreaAloneSaysItsZone(String text, String zones) {
        assertThat(String.join(",", Origin.of(text).withZonesOfAreas().zones())).isEqualTo(zones);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "岳阳片区和武汉片区|湖南自贸试验区|岳阳片区",
                "岳阳片区和武汉片区|湖北自贸试验区|武汉片区",
                "岳阳片区|湖北自贸试验区|''",
                "岳阳|湖南自贸试验区|''",
            })
    void ofTheAreasOnlyThoseOfTheZonesCount(String text, String zone, String areas) {
        assertThat(String.join(",", Origin.areasIn(text, List.of(zone)))).isEqualTo(areas);
    }

    @ParameterizedTest
    @CsvSource({"岳阳片区, true", "湖南自贸试验区岳阳片区, true", "岳阳片区改革, true", "岳阳片区推行样例改革举措, false", "样例, false"})
    void placesAndHardlyAnythingElse(String words, boolean places) {
        assertThat(Origin.isAllPlaces(words)).isEqualTo(places);
    }
}
