package io.casewire.notify.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.Originality;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.Region;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CriteriaNamesTests {
    private final CriteriaNames names = new CriteriaNames();

    @ParameterizedTest
    @EnumSource(Domain.class)
    void knowsEveryDomainBySlugConstantAndChineseName(Domain domain) {
        for (String name : List.of(
                domain.slug(),
                domain.name(),
                domain.chineseName(),
                domain.slug().toUpperCase(Locale.ROOT))) {
            assertThat(names.domains("domains", List.of(name))).containsExactly(domain);
        }
        assertThat(names.problems()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(EventKind.class)
    void knowsEveryKindByItsNameAndItsWireName(EventKind kind) {
        assertThat(names.kinds("kinds", List.of(kind.wireName()))).containsExactly(kind);
        assertThat(names.kinds("kinds", List.of("casewire." + kind.wireName() + ".v1")))
                .containsExactly(kind);
        assertThat(names.kinds(
                        "kinds", List.of(kind.wireName().replace('.', '_').toUpperCase(Locale.ROOT))))
                .containsExactly(kind);
    }

    @ParameterizedTest
    @EnumSource(Originality.class)
    void knowsEveryOriginality(Originality originality) {
        assertThat(names.originality("originality", List.of(originality.name())))
                .containsExactly(originality);
    }

    @ParameterizedTest
    @EnumSource(PromotionScope.class)
    void knowsEveryScope(PromotionScope scope) {
        assertThat(names.scopes("scopes", List.of(scope.name()))).containsExactly(scope);
    }

    @Test
    void knowsEveryRegionByCodeAndFullName() {
        for (Region region : Gazetteer.standard().regions()) {
            assertThat(names.regions("regions", List.of(region.code()))).containsExactly(region.code());
            assertThat(names.regions("regions", List.of(region.name())))
                    .as(region.name())
                    .containsExactly(region.code());
        }
        assertThat(names.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "湖南, 湖南自贸试验区",
        "湖南省, 湖南自贸试验区",
        "湖南自贸试验区, 湖南自贸试验区",
        "湖南自由贸易试验区, 湖南自贸试验区",
        "中国（湖南）自由贸易试验区, 湖南自贸试验区",
        "中國〔湖南〕自由貿易試驗區, 湖南自贸试验区",
        "海南自由贸易港, 海南自贸试验区",
        "ftz-neimenggu, 内蒙古自贸试验区",
        "广西壮族自治区自贸区, 广西自贸试验区",
    })
    void knowsAZoneByAnyFormOfItsName(String name, String zone) {
        assertThat(names.zones("zones", List.of(name))).containsExactly(zone);
        assertThat(names.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "海南, 海南省 or 海南藏族自治州",
        "吉林, 吉林省 or 吉林市",
    })
    void refusesANameThatMeansTwoRegions(String name, String candidates) {
        assertThat(names.regions("regions", List.of(name))).isEmpty();
        assertThat(names.problems()).singleElement().asString().contains("'" + name + "'", candidates);
    }

    @ParameterizedTest
    @CsvSource({
        "trad, trade",
        "finanse, finance",
        "贸易便利, 贸易便利化",
        "inteligence, ''",
    })
    void namesTheNearestOfAnUnknownName(String name, String nearest) {
        assertThat(names.domains("domains", List.of(name))).isEmpty();
        assertThat(names.problems()).singleElement().asString().contains("'" + name + "'", nearest);
    }

    @Test
    void namesEveryValueWhereThereAreFewAndNoneIsNear() {
        names.scopes("scopes", List.of("zzzzzzzzzzzz"));

        assertThat(names.problems())
                .singleElement()
                .asString()
                .contains("NATIONWIDE", "PILOT_ZONES", "COASTAL", "NAMED");
    }

    @Test
    void keepsWhatItUnderstandsAndSaysAllThatItDoesNot() {
        assertThat(names.domains("domains", Arrays.asList("trade", "x1", null, "x2")))
                .containsExactly(Domain.TRADE);
        assertThat(names.problems()).hasSize(3);
    }

    @Test
    void takesTwoNamesOfOneValueForThatValue() {
        assertThat(names.regions("regions", List.of("湖南", "430000", "湖南省"))).containsExactly("430000");
    }

    @Test
    void asksNothingWhereNothingIsGivenButRefusesAnEmptyList() {
        assertThat(names.units("units", null)).isEmpty();
        assertThat(names.problems()).isEmpty();

        names.units("units", List.of());

        assertThat(names.problems()).containsExactly("units is empty: leave it out, or name what you ask for.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u200b\ufeff", "　", "——", "\u00ad"})
    void refusesAUnitThatHoldsNothingReadable(String unit) {
        assertThat(names.units("units", List.of(unit))).isEmpty();
        assertThat(names.problems()).singleElement().asString().contains("nothing readable");
    }

    @Test
    void refusesTooManyAndTooLongNames() {
        names.units("units", Collections.nCopies(101, "海关总署"));
        names.units("units", List.of("海".repeat(101)));

        assertThat(names.problems()).hasSize(2).allSatisfy(sentence -> assertThat(sentence)
                .contains("at most 100"));
    }
}
