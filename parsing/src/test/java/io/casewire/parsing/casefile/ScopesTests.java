package io.casewire.parsing.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.Promotion;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.contracts.parsed.PromotionStrength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopesTests {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "全国|NATIONWIDE|''",
                "全国范围|NATIONWIDE|''",
                "全国自贸试验区|PILOT_ZONES|''",
                "自贸试验区|PILOT_ZONES|''",
                "沿海地区|COASTAL|''",
                "浙江自贸试验区|NAMED|浙江自贸试验区",
                "湖北省|NAMED|420000",
                "湖北武汉|NAMED|420100",
                "湖北、湖南|NAMED|420000,430000",
                "岳阳片区|NAMED|湖南自贸试验区",
                "自贸试验区联动创新区|NAMED|''",
                "自由贸易试验区联动创新区|NAMED|''",
                "自贸试验区及自贸试验区联动创新区|PILOT_ZONES|''",
                "样例范围|NAMED|''",
            })
    void aScopeNamesWhomItIsFor(String printed, PromotionScope scope, String regions) {
        Promotion promotion = Scopes.read(" " + printed + " ", null, null, null);

        assertThat(promotion.scope()).isEqualTo(scope);
        assertThat(String.join(",", promotion.regions())).isEqualTo(regions);
        assertThat(promotion.scopeText()).isEqualTo(printed);
        if (scope == PromotionScope.NAMED) {
            assertThat(String.join(",", Scopes.places(printed))).as("places").isEqualTo(regions);
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "做好复制推广, MANDATED",
                "供借鉴的复制推广, MANDATED",
                "改革试点经验, MANDATED",
                "推广使用, MANDATED",
                "供借鉴, ENCOURAGED",
                "最佳实践案例的推广, ENCOURAGED",
                "供学习参考, ENCOURAGED",
                "样例, -",
            })
    void theWordsSayHowBindingItIs(String words, @Nullable PromotionStrength strength) {
        assertThat(Scopes.strength(words)).isEqualTo(strength);
    }
}
