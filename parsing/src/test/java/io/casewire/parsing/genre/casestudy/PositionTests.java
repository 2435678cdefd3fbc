package io.casewire.parsing.genre.casestudy;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.parsing.outline.Marker;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionTests {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 一、样例, true, false",
        "1, 2, 二、样例, true, false",
        "1, 2, 三、样例, false, false",
        "1, 2, （三）样例, true, false",
        "1, 2, （四）样例, false, true",
        "1, 0, （二）样例, false, false",
        "1, 2, （五）样例, false, false",
        "1, 2, 9.样例, true, false",
    })
    void theNextNumberGoesOnAndOneMayBeLeftOut(
            int chapter, int section, String text, boolean accepts, boolean tolerates) {
        Position position = new Position(chapter, section);

        assertThat(position.accepts(marker(text))).isEqualTo(accepts);
        assertThat(position.tolerates(marker(text))).isEqualTo(tolerates);
    }

    @ParameterizedTest
    @CsvSource({"二、样例, 2, 0", "（三）样例, 1, 3", "1.样例, 1, 2"})
    void aChapterBeginsItsSectionsAgain(String text, int chapter, int section) {
        assertThat(new Position(1, 2).after(marker(text))).isEqualTo(new Position(chapter, section));
    }

    private static Marker marker(String text) {
        return Objects.requireNonNull(Marker.read(text));
    }
}
