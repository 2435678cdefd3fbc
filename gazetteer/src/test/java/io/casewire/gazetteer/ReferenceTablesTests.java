package io.casewire.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceTablesTests {

    private final Gazetteer gazetteer = Gazetteer.standard();
    private final LocalDate today = LocalDate.parse("2026-11-21");

    @ParameterizedTest
    @CsvSource({
        "provinces.csv, code, 35",
        "prefectures.csv, code, 334",
        "counties.csv, code, 32",
        "districts.csv, code, 2837",
        "zones.csv, id, 23",
        "zones.csv, code, 23",
        "areas.csv, id, 72",
        "areas.csv, code, 72",
        "sets.csv, id, 9",
        "tiles.csv, code, 32",
        "situations.csv, code, 54",
        "not-places.csv, phrase, 105",
    })
    void hasTheRowsTheReadmeStatesWithUniqueKeys(String table, String key, int rows) {
        var keys = Csv.read(table).stream().map(row -> row.get(key)).toList();

        assertThat(keys).hasSize(rows).doesNotHaveDuplicates();
    }

    @Test
    void setMembershipIsListedOnce() {
        assertThat(Csv.read("set-members.csv").stream().map(row -> row.get("set") + row.get("member")))
                .hasSize(115)
                .doesNotHaveDuplicates();
    }

    @Test
    void everyReferenceBetweenTablesResolves() {
        assertThat(gazetteer.regions())
                .allSatisfy(region ->
                        assertThat(gazetteer.provinceOf(region).parent()).isNull());
        for (var zone : gazetteer.zonesAsOf(today)) {
            assertThat(gazetteer.zoneIn(gazetteer.provinceOf(zone))).contains(zone);
            assertThat(gazetteer.areasAsOf(zone, today)).allSatisfy(area -> {
                assertThat(gazetteer.region(area.place())).isPresent();
                assertThat(gazetteer.provinceOf(area)).isEqualTo(gazetteer.provinceOf(zone));
            });
        }
    }

    @Test
    void areaNamesAreUniqueAndCarryTheirWord() {
        var names = Csv.read("areas.csv").stream().map(row -> row.get("name")).toList();

        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.endsWith("片区"));
    }

    @Test
    void shortNamesAreUniqueWithinALevel() {
        for (var level : Level.values()) {
            assertThat(gazetteer.regions().stream()
                            .filter(region -> region.level() == level)
                            .map(Region::shortName))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void everyShortNameHasTwoCharactersOrMore() {
        assertThat(gazetteer.regions()).allMatch(region -> region.shortName().length() > 1);
    }

    @Test
    void marksTheCodeOfTheCorpsAsAConvention() {
        assertThat(gazetteer.regions().stream().filter(r -> r.codeStandard() == CodeStandard.MINISTRY_CONVENTION))
                .extracting(Region::code)
                .containsExactly("660000");
    }

    @Test
    void everyCodeIsOfOnePlaceAndTellsItsProvince() {
        assertThat(gazetteer.places(today))
                .extracting(Place::code)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(3300);
        assertThat(gazetteer.places(today)).allSatisfy(place -> {
            assertThat(gazetteer.place(place.code())).contains(place);
            assertThat(place.code())
                    .startsWith(gazetteer.provinceOf(place).code().substring(0, 2));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "430102, 430100|430000",
        "310115, 310000",
        "429021, 420000",
        "430100, 430000",
        "430000, ''",
        "439900, 430000",
        "439902, 439900|430600|430000",
        "319902, 319900|310000",
    })
    void knowsWhatIsAboveAPlace(String code, String above) {
        assertThat(String.join("|", gazetteer.above(gazetteer.place(code).orElseThrow())))
                .isEqualTo(above);
    }

    @Test
    void aCountyUnderAnotherNameNowIsAPartUnderTheNameOfTheDay() {
        var yongzhou = gazetteer.region("431100").orElseThrow();

        assertThat(gazetteer.parts(yongzhou, Level.COUNTY, LocalDate.parse("2020-12-31")))
                .hasSize(11)
                .extracting(Region::code)
                .contains("431121")
                .doesNotContain("431181");
        assertThat(gazetteer.parts(yongzhou, Level.COUNTY, today))
                .hasSize(11)
                .extracting(Region::code)
                .contains("431181")
                .doesNotContain("431121");
    }

    @Test
    void aCountyBelowAPrefectureIsNotLookedForInTexts() {
        assertThat(gazetteer.region("430102").map(Region::name)).contains("芙蓉区");
        assertThat(gazetteer.regions("在芙蓉区试点")).isEmpty();
    }

    @Test
    void countsThePrefecturesInForce() {
        var prefectures = gazetteer.regions().stream()
                .filter(region -> region.level() == Level.PREFECTURE)
                .toList();

        assertThat(prefectures.stream().filter(region -> region.validity().holdsOn(today)))
                .hasSize(333);
        assertThat(prefectures.stream().filter(region -> !region.validity().holdsOn(today)))
                .extracting(Region::name)
                .containsExactly("莱芜市");
    }

    @ParameterizedTest
    @CsvSource({
        "2013-09-28, 0",
        "2013-09-29, 1",
        "2015-03-31, 1",
        "2015-04-30, 4",
        "2017-03-31, 4",
        "2017-04-30, 11",
        "2017-12-31, 11",
        "2018-12-31, 12",
        "2019-07-31, 12",
        "2019-08-31, 18",
        "2020-08-31, 18",
        "2020-09-30, 21",
        "2023-10-31, 21",
        "2023-11-01, 22",
        "2026-04-08, 22",
        "2026-04-09, 23",
    })
    void countsThePilotZonesAsOfTheDay(LocalDate day, int zones) {
        assertThat(gazetteer.zonesAsOf(day)).hasSize(zones);
        assertThat(gazetteer.members("自贸试验区", day)).hasSize(zones).isEqualTo(List.copyOf(gazetteer.zonesAsOf(day)));
    }

    @ParameterizedTest
    @CsvSource({
        "全国, 31",
        "nationwide-with-xpcc, 32",
        "沿海地区, 11",
        "coastal-with-beijing, 12",
        "长三角, 4",
        "京津冀, 3",
        "粤港澳大湾区, 11",
        "长江经济带, 11",
    })
    void knowsTheSizeOfEachNamedSet(String set, int size) {
        assertThat(gazetteer.members(set, today)).hasSize(size).doesNotHaveDuplicates();
    }

    @Test
    void listsTheCoastByCoastline() {
        assertThat(gazetteer.members("沿海地区", today).stream()
                        .map(Region.class::cast)
                        .map(Region::shortName))
                .containsExactlyInAnyOrder("天津", "河北", "辽宁", "上海", "江苏", "浙江", "福建", "山东", "广东", "广西", "海南");
    }

    @Test
    void refusesASetItDoesNotKnow() {
        assertThat(gazetteer.set("西南地区")).isEmpty();
        assertThatThrownBy(() -> gazetteer.members("西南地区", today)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theAreasOfTheYoungestZoneAreUnconfirmed() {
        var zone = gazetteer.zoneNamed("内蒙古自贸试验区").orElseThrow();

        assertThat(gazetteer.areasAsOf(zone, LocalDate.parse("2026-04-08"))).isEmpty();
        assertThat(gazetteer.areasAsOf(zone, today))
                .hasSize(3)
                .allMatch(area -> area.certainty() == Certainty.UNCONFIRMED);
    }

    @Test
    void areasJoinTheirZoneInTheirOwnYear() {
        var shanghai = gazetteer.zoneNamed("上海自贸试验区").orElseThrow();
        var zhejiang = gazetteer.zoneNamed("浙江自贸试验区").orElseThrow();

        assertThat(names(gazetteer.areasAsOf(shanghai, LocalDate.parse("2014-06-01")), Area::name))
                .containsExactly("保税区片区");
        assertThat(gazetteer.areasAsOf(shanghai, LocalDate.parse("2018-06-01"))).hasSize(4);
        assertThat(gazetteer.areasAsOf(shanghai, today)).hasSize(5);
        assertThat(gazetteer.areasAsOf(zhejiang, LocalDate.parse("2019-06-01"))).hasSize(3);
        assertThat(gazetteer.areasAsOf(zhejiang, today)).hasSize(6);
    }

    @Test
    void aWholeIslandZoneHasNoAreas() {
        assertThat(gazetteer.areasAsOf(gazetteer.zoneNamed("海南自由贸易港").orElseThrow(), today))
                .isEmpty();
    }

    @Test
    void eachTileIsAProvinceOfTheNationOrTheCorpsInACellOfItsOwn() {
        var codes = Stream.concat(gazetteer.provinces().stream().map(Region::code), Stream.of("660000"))
                .toList();
        var tiles =
                codes.stream().map(code -> gazetteer.tile(code).orElseThrow()).toList();

        assertThat(codes).hasSize(32);
        assertThat(tiles.stream().map(tile -> tile.row() + "/" + tile.column())).doesNotHaveDuplicates();
        assertThat(gazetteer.tile("430100")).isEmpty();
    }

    @Test
    void prefersTheProvinceAmongNamesakes() {
        assertThat(gazetteer.regionNamed("海南").map(Region::code)).contains("460000");
        assertThat(gazetteer.regionNamed("吉林").map(Region::code)).contains("220000");
        assertThat(gazetteer.regionNamed("吉林市").map(Region::code)).contains("220200");
        assertThat(gazetteer.regionNamed("海南州").map(Region::code)).contains("632500");
        assertThat(gazetteer.regionNamed("鄂尔多斯").map(Region::code)).contains("150600");
        assertThat(gazetteer.regionNamed("湘")).isEmpty();
    }

    @Test
    void findsAZoneByEveryFormOfItsName() {
        var hunan = gazetteer.zone("ftz-hunan");

        assertThat(hunan.map(Zone::founded).map(PartialDate::toString)).contains("2020-09");
        assertThat(Stream.of("湖南自贸试验区", "湖南自贸区", "中国（湖南）自由贸易试验区", "中国(湖南)自由贸易试验区", "湖南省自由贸易试验区")
                        .map(gazetteer::zoneNamed))
                .containsOnly(hunan);
    }

    @Test
    void knowsTheProvinceOfEveryKindOfPlace() {
        var hunan = gazetteer.region("430000").orElseThrow();

        assertThat(Stream.of(
                                hunan,
                                gazetteer.regionNamed("岳阳").orElseThrow(),
                                gazetteer.zoneNamed("湖南自贸试验区").orElseThrow(),
                                gazetteer.areaNamed("岳阳片区").orElseThrow())
                        .map(gazetteer::provinceOf))
                .containsOnly(hunan);
        assertThat(gazetteer.regionNamed("石河子").map(gazetteer::provinceOf).map(Region::code))
                .contains("650000");
    }

    @Test
    void theNamesOfASetLeadToIt() {
        assertThat(gazetteer.set("沿海省市").map(RegionSet::id)).contains("coastal");
        assertThat(gazetteer.set("自由贸易试验区").map(RegionSet::id)).contains("pilot-zones");
        assertThat(gazetteer.set("各省(区、市)").map(RegionSet::id)).contains("nationwide");
    }

    private static <T> List<String> names(List<T> values, Function<T, String> name) {
        return values.stream().map(name).toList();
    }
}
