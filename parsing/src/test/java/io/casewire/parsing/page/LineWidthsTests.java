package io.casewire.parsing.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.parsing.layout.Omission.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineWidthsTests {
    @ParameterizedTest
    @CsvSource({"样例AB, 4, 6", "'　　样例', 4, 8", "'样例　 ', 2, 4", "## 样例, 5, 7"})
    void aChineseCharacterTakesOneCharacterAndTwoColumns(String printed, int characters, int columns) {
        LineWidths widths = LineWidths.inCharacters(Printed.lines(printed));

        assertThat(widths.of(0)).isEqualTo(characters);
        assertThat(widths.areColumns()).isFalse();
        assertThat(widths.inColumns(Printed.lines(printed)).of(0)).isEqualTo(columns);
        assertThat(widths.inColumns(Printed.lines(printed)).areColumns()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "　", "甲\t乙", "| 甲 | 乙 |"})
    void noMarginCutsWhatIsNoRunningText(String printed) {
        assertThat(LineWidths.inCharacters(Printed.lines(printed)).isText(0)).isFalse();
    }

    @Test
    void noMarginCutsBoilerplate() {
        List<Line> lines = List.of(Printed.line("样例白皮书").as(Reason.REPEATED_HEADER));

        assertThat(LineWidths.inCharacters(lines).isText(0)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 400, 9", "10, 400, 5", "9, 400, 9", "0, 8, 9", "0, 6, 7"})
    void theWidestLineMayLeaveAFewWiderOnesOut(int spare, int limit, int widest) {
        List<String> printed = new ArrayList<>(Collections.nCopies(9, "样".repeat(5)));
        printed.add("样".repeat(9));

        assertThat(LineWidths.inCharacters(Printed.lines(printed.toArray(String[]::new)))
                        .widest(spare, limit))
                .isEqualTo(widest);
    }
}
