package io.casewire.parsing.decode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RaisedTests {
    @ParameterizedTest
    @CsvSource({
        "联动创新区, 1, MARK",
        "联动创新区, １, MARK",
        "联动创新区, [12], MARK",
        "10, 4, POWER",
        "１０, ４, POWER",
        "m, 2, PART",
        "ｍ, ２, PART",
        "1, st, WORDS"
    })
    void saysWhatARaisedNumberIsInEitherWidth(String before, String raised, Raised expected) {
        assertThat(Raised.of(before, raised)).isEqualTo(expected);
    }
}
