package io.casewire.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewire.gazetteer.PartialDate.Precision;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTests {

    @ParameterizedTest
    @CsvSource({
        "2013-09-29, DAY, 2013-09-29, 2013-09-29",
        "2015-04, MONTH, 2015-04-01, 2015-04-30",
        "2020, YEAR, 2020-01-01, 2020-12-31",
    })
    void keepsThePrecisionItWasWrittenWith(String text, Precision precision, LocalDate first, LocalDate last) {
        var date = PartialDate.parse(text);

        assertThat(date).isEqualTo(new PartialDate(first, last, precision)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2013-9", "2013-13", "13-09-29", "spring"})
    void refusesWhatIsNoDate(String text) {
        assertThatThrownBy(() -> PartialDate.parse(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void validityIncludesBothItsEnds() {
        var year = new Validity(LocalDate.parse("2020-01-01"), LocalDate.parse("2020-12-31"));

        assertThat(year.holdsOn(LocalDate.parse("2019-12-31"))).isFalse();
        assertThat(year.holdsOn(LocalDate.parse("2020-01-01"))).isTrue();
        assertThat(year.holdsOn(LocalDate.parse("2020-12-31"))).isTrue();
        assertThat(year.holdsOn(LocalDate.parse("2021-01-01"))).isFalse();
    }

    @Test
    void validityCannotEndBeforeItStarts() {
        assertThatThrownBy(() -> new Validity(LocalDate.parse("2020-01-02"), LocalDate.parse("2020-01-01")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
