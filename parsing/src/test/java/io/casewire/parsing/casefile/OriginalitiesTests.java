package io.casewire.parsing.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.Originality;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginalitiesTests {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "全国首创, NATIONAL_FIRST",
                "国内首个, NATIONAL_FIRST",
                "国家级, NATIONAL_FIRST",
                "在全国率先, NATIONAL_FIRST",
                "系国内首单, NATIONAL_FIRST",
                "全省首创, PROVINCIAL_FIRST",
                "省内首次, PROVINCIAL_FIRST",
                "全市率先, PROVINCIAL_FIRST",
                "全区领先, PROVINCIAL_FIRST",
                "省级, PROVINCIAL_FIRST",
                "在全省首创, PROVINCIAL_FIRST",
                "系省内首个, PROVINCIAL_FIRST",
                "在全国推广, -",
                "在全省推广, -",
                "首创, -",
                "集成创新, -",
            })
    void aClaimOfBeingFirstSaysWhere(String cell, @Nullable Originality claim) {
        assertThat(Originalities.read(cell)).isEqualTo(claim);
    }
}
