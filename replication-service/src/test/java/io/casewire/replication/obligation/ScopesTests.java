package io.casewire.replication.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.event.Basis;
import io.casewire.contracts.event.Basis.Known;
import io.casewire.contracts.event.Basis.Rule;
import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.event.ObligationEvent.Role;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.contracts.parsed.RegionLevel;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.replication.SampleCase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    void pilotZonesAreThoseOfTheDay(String since, int zones) {
        Scope scope = of(SampleCase.titled("乙").promotedTo(PromotionScope.PILOT_ZONES, since));
        assertThat(scope.regions()).hasSize(zones).allSatisfy(region -> {
            assertThat(region.level()).isEqualTo(Level.ZONE);
            assertThat(region.code()).isEqualTo(region.provinceCode().substring(0, 2) + "9900");
            assertThat(region.name()).endsWith("自贸试验区");
        });
        assertThat(scope.day()).isEqualTo(new Basis.Day(LocalDate.parse(since), Known.PRINTED, null, null));
    }

    @Test
    void innerMongoliaIsAddressedFromTheDayOfItsZone() {
        assertThat(codes(of(SampleCase.titled("丙").promotedTo(PromotionScope.PILOT_ZONES, "2026-04-08"))))
                .doesNotContain("159900");
        assertThat(codes(of(SampleCase.titled("丙").promotedTo(PromotionScope.PILOT_ZONES, "2026-04-09"))))
                .contains("159900");
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
        assertThat(codes(scope))
                .containsExactlyInAnyOrder("430600", "429900", "420000", "310000", "320000", "330000", "340000");
        assertThat(scope.unresolved()).containsExactly("乌有之乡");
    }

    @Test
    void theZoneItComesFromIsTheSource() {
        Scope scope =
                of(SampleCase.titled("己").from("湖南自贸试验区", "湖北自贸试验区").promotedTo(PromotionScope.PILOT_ZONES, "2023"));
        assertThat(sources(scope)).containsExactlyInAnyOrder("429900", "439900");
        assertThat(sources(of(SampleCase.titled("己").from("湖南自贸试验区").promotedTo(PromotionScope.NATIONWIDE, "2023"))))
                .containsExactly("430000");
        assertThat(sources(of(SampleCase.titled("己").fromUnits("上海海关").promotedTo(PromotionScope.PILOT_ZONES, "2023"))))
                .containsExactly("319900");
    }

    @Test
    void everyPrefectureOfTheProvinceThatWritesIsAddressed() {
        Scope scope = of(SampleCase.titled("子")
                .from("湖南自贸试验区")
                .fromAreas("岳阳片区")
                .fromUnits("长沙海关", "岳阳片区", "省商务厅")
                .addressedTo(RegionLevel.PREFECTURE, "430000", "各市州、县市区人民政府", "2023-11-14"));
        assertThat(scope.regions()).hasSize(14).allSatisfy(region -> {
            assertThat(region.level()).isEqualTo(Level.PREFECTURE);
            assertThat(region.provinceCode()).isEqualTo("430000");
            assertThat(region.rule()).isEqualTo(Rule.PART_OF_REGION);
        });
        assertThat(codes(scope)).contains("430100", "433100").doesNotContain("430000");
        assertThat(sources(scope)).containsExactly("430600");
        assertThat(scope.sets()).singleElement().satisfies(set -> {
            assertThat(set.id()).isEqualTo("430000-prefectures");
            assertThat(set.codes()).hasSize(14);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "PREFECTURE, 430000, 各市州人民政府, 14, 430100",
        "PREFECTURE, 420000, 各市州人民政府, 13, 422800",
        "PREFECTURE, 420000, 各市、州、直管市及神农架林区人民政府, 17, 429021",
        "PREFECTURE, 410000, 各省辖市人民政府、济源示范区管委会, 18, 419001",
        "PREFECTURE, 460000, 各市、县、自治县人民政府, 19, 469001",
        "PREFECTURE, 320000, 各设区市人民政府, 13, 320500",
        "COUNTY, 500000, 各区县（自治县）人民政府, 38, 500101",
        "COUNTY, 310000, 各区人民政府, 16, 310115",
        "COUNTY, 350200, 各区人民政府, 6, 350203",
        "COUNTY, 430100, 各区县（市）人民政府, 9, 430102",
    })
    void aLevelOfARegionIsWhatLiesInIt(RegionLevel level, String region, String words, int count, String one) {
        Scope scope = of(SampleCase.titled("丑").addressedTo(level, region, words, "2024-12-31"));
        assertThat(scope.regions()).hasSize(count);
        assertThat(codes(scope)).contains(one).doesNotHaveDuplicates();
    }

    @Test
    void aCountyIsAddressedUnderTheNameOfTheDay() {
        assertThat(names(of(SampleCase.titled("寅").addressedTo(RegionLevel.COUNTY, "431100", "各县区", "2020-06-01"))))
                .contains("祁阳县")
                .doesNotContain("祁阳市");
        assertThat(names(of(SampleCase.titled("寅").addressedTo(RegionLevel.COUNTY, "431100", "各县区", "2023-06-01"))))
                .contains("祁阳市")
                .doesNotContain("祁阳县");
    }

    @Test
    void aUnitOfACityIsTheCitysAndTheCustomsThereIsTheProvinces() {
        assertThat(sources(of(SampleCase.titled("卯")
                        .fromUnits("长沙海关", "株洲市商务局")
                        .addressedTo(RegionLevel.PREFECTURE, "430000", "各市州", "2023"))))
                .containsExactly("430200");
        assertThat(sources(of(SampleCase.titled("卯")
                        .fromUnits("浦东新区市场监管局")
                        .from("上海自贸试验区")
                        .addressedTo(RegionLevel.COUNTY, "310000", "各区", "2023"))))
                .containsExactly("310115");
    }

    @Test
    void whatAPartOfAProvinceMadeIsForTheRestOfItWhereTheListSaysTheWhole() {
        assertThat(sources(of(SampleCase.titled("辰")
                        .from("湖南自贸试验区")
                        .fromAreas("长沙片区")
                        .promotedTo(PromotionScope.NAMED, "2023", "430000"))))
                .isEmpty();
    }

    @Test
    void aLevelThatARegionHasNotIsUnresolved() {
        Scope scope = of(SampleCase.titled("巳").addressedTo(RegionLevel.PREFECTURE, "310000", "各市", "2023"));
        assertThat(scope.regions()).isEmpty();
        assertThat(scope.unresolved()).containsExactly("310000");
    }

    @Test
    void ofAYearTheSmallerSetIsObligedAndTheDifferenceListed() {
        SampleCase sample = SampleCase.titled("午")
                .issuedOn("2024-03")
                .promotedTo(PromotionScope.PILOT_ZONES, "2023")
                .restingOn("国函〔2023〕56号");
        Scope scope = of(sample);
        assertThat(scope.day())
                .isEqualTo(new Basis.Day(
                        LocalDate.parse("2023-01-01"), Known.PERIOD, LocalDate.parse("2023-12-31"), null));
        assertThat(scope.regions()).hasSize(21);
        assertThat(scope.undecided()).extracting(RegionInScope::code).containsExactly("659900");
        Scope known = of(sample, new InstrumentDay(LocalDate.parse("2023-06-24"), "evi-1"));
        assertThat(known.day()).isEqualTo(new Basis.Day(LocalDate.parse("2023-06-24"), Known.ELSEWHERE, null, "evi-1"));
        assertThat(known.regions()).hasSize(21);
        assertThat(known.undecided()).isEmpty();
    }

    @Test
    void aDayOutsideThePrintedYearIsAnothersDay() {
        SampleCase sample = SampleCase.titled("未")
                .issuedOn(null)
                .promotedTo(PromotionScope.PILOT_ZONES, "2023")
                .restingOn("国函〔2023〕56号");
        assertThat(of(sample, new InstrumentDay(LocalDate.parse("2019-06-24"), "evi-1"))
                        .day()
                        .known())
                .isEqualTo(Known.PERIOD);
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
        assertThat(scope.day().counted()).isEqualTo(asOf);
    }

    @Test
    void caseWithoutPromotionAddressesNobody() {
        assertThat(of(SampleCase.titled("癸").from("湖南自贸试验区")).regions()).isEmpty();
    }

    private Scope of(SampleCase sample) {
        return of(sample, null);
    }

    private Scope of(SampleCase sample, @Nullable InstrumentDay elsewhere) {
        return scopes.of(
                PromotedCase.of(sample.content(), sample.document(), TOLD), Optional.ofNullable(elsewhere), List.of());
    }

    private static List<String> codes(Scope scope) {
        return scope.regions().stream().map(RegionInScope::code).toList();
    }

    private static List<String> names(Scope scope) {
        return scope.regions().stream().map(RegionInScope::name).toList();
    }

    private static List<String> sources(Scope scope) {
        return scope.regions().stream()
                .filter(region -> region.role() == Role.ORIGIN)
                .map(RegionInScope::code)
                .toList();
    }
}
