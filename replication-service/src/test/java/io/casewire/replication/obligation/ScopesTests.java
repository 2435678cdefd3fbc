package io.casewire.replication.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.event.ObligationEvent.Role;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.replication.SampleCase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopesTests {
    private static final Instant TOLD = Instant.parse("2026-11-21T20:00:00Z");

    private final Scopes scopes = new Scopes(Gazetteer.standard());

    @Test
    void nationwideIsThe31Provinces() {
        List<RegionInScope> regions = of(SampleCase.titled("甲").promotedTo(PromotionScope.NATIONWIDE, "2023"))
                .regions();
        assertThat(regions).hasSize(31).allSatisfy(region -> assertThat(region.code())
                .endsWith("0000"));
        assertThat(regions).extracting(RegionInScope::code).doesNotContain("660000");
    }

    @ParameterizedTest
    @CsvSource({
        "2014-01-01, 1",
        "2015-04-30, 4",
        "2017-04-30, 11",
        "2018-12-31, 12",
        "2019-08-31, 18",
        "2020-09-30, 21",
        "2023-10-31, 21",
        "2023-11-01, 22",
        "2026-04-08, 22",
        "2026-04-09, 23"
    })
    void pilotZonesAreThoseOfTheDay(String since, int provinces) {
        Scope scope = of(SampleCase.titled("乙").promotedTo(PromotionScope.PILOT_ZONES, since));
        assertThat(scope.regions()).hasSize(provinces);
        assertThat(scope.asOf()).isEqualTo(LocalDate.parse(since));
    }

    @Test
    void innerMongoliaIsAddressedFromTheDayOfItsZone() {
        assertThat(codes(of(SampleCase.titled("丙").promotedTo(PromotionScope.PILOT_ZONES, "2026-04-08"))))
                .doesNotContain("150000");
        assertThat(codes(of(SampleCase.titled("丙").promotedTo(PromotionScope.PILOT_ZONES, "2026-04-09"))))
                .contains("150000");
    }

    @Test
    void coastalIsElevenProvinces() {
        assertThat(codes(of(SampleCase.titled("丁").promotedTo(PromotionScope.COASTAL, "2023"))))
                .containsExactlyInAnyOrder(
                        "120000", "130000", "210000", "310000", "320000", "330000", "350000", "370000", "440000",
                        "450000", "460000");
    }

    @Test
    void namedPlacesAreCodesZonesAndSets() {
        Scope scope = of(SampleCase.titled("戊")
                .promotedTo(PromotionScope.NAMED, "2023", "430600", "湖北自贸试验区", "420000", "长三角", "乌有之乡"));
        assertThat(codes(scope)).containsExactlyInAnyOrder("430600", "420000", "310000", "320000", "330000", "340000");
        assertThat(scope.unresolved()).containsExactly("乌有之乡");
    }

    @Test
    void theProvinceOfTheZoneIsTheSource() {
        Scope scope =
                of(SampleCase.titled("己").from("湖南自贸试验区", "湖北自贸试验区").promotedTo(PromotionScope.PILOT_ZONES, "2023"));
        assertThat(sources(scope)).containsExactlyInAnyOrder("420000", "430000");
    }

    @Test
    void withoutZoneTheAreaAndThenTheUnitTellTheSource() {
        assertThat(sources(of(SampleCase.titled("庚")
                        .fromAreas("岳阳片区")
                        .fromUnits("上海海关")
                        .promotedTo(PromotionScope.NATIONWIDE, "2023"))))
                .containsExactly("430000");
        assertThat(sources(of(
                        SampleCase.titled("庚").fromUnits("上海海关", "商务部").promotedTo(PromotionScope.NATIONWIDE, "2023"))))
                .containsExactly("310000");
    }

    @Test
    void withoutAnyOriginNobodyIsTheSource() {
        assertThat(sources(of(SampleCase.titled("辛").promotedTo(PromotionScope.NATIONWIDE, "2023"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2023-05-06, 2023-11-14, 2023-05-06",
                "2023,       2023-11-14, 2023-11-14",
                "2023-11,    2023-11-14, 2023-11-14",
                "2022,       2023-11-14, 2022-12-31",
                "2024-02,    -,          2024-02-29",
                "-,          2023-11,    2023-11-30",
                "某年,       2023-11-14, 2023-11-14",
                "-,          -,          2026-11-22"
            })
    void thePrintedDayCountsAndElseTheDocuments(String since, String issuedOn, LocalDate asOf) {
        Scope scope = of(SampleCase.titled("壬").issuedOn(issuedOn).promotedTo(PromotionScope.COASTAL, since));
        assertThat(scope.asOf()).isEqualTo(asOf);
    }

    @Test
    void caseWithoutPromotionAddressesNobody() {
        assertThat(of(SampleCase.titled("癸").from("湖南自贸试验区")).regions()).isEmpty();
    }

    private Scope of(SampleCase sample) {
        return scopes.of(sample.content(), sample.document(), TOLD);
    }

    private static List<String> codes(Scope scope) {
        return scope.regions().stream().map(RegionInScope::code).toList();
    }

    private static List<String> sources(Scope scope) {
        return scope.regions().stream()
                .filter(region -> region.role() == Role.ORIGIN)
                .map(RegionInScope::code)
                .toList();
    }
}
