package io.casewire.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdoptionBandsTests {
    @ParameterizedTest
    @CsvSource({
        "50.., 50..100",
        "..20, 0..20",
        "25..49, 25..49",
        "100, 100",
        "0, 0",
        "50%.., 50..100",
        "' 7％ ', 7",
        "50..20,",
        "..101,",
        "..,",
        "'',",
        "half,",
        "5 0,"
    })
    void readsSpansOfWholePerCents(String typed, @Nullable String span) {
        assertThat(AdoptionBands.read(typed).orElse(null)).isEqualTo(span);
    }

    @Test
    void everyPerCentLiesInOneBandThatIsAFilter() {
        assertThat(AdoptionBands.all().stream()
                        .map(band -> AdoptionBands.read(band).orElseThrow())
                        .flatMap(band -> AdoptionBands.percents(band).stream()))
                .hasSize(101)
                .doesNotHaveDuplicates();
    }
}
