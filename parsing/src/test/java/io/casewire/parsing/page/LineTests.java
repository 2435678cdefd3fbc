package io.casewire.parsing.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineTests {
    @ParameterizedTest
    @CsvSource({
        "样 例, 样例, 0",
        "# 样例, 样例, 1",
        "'　## 样例', 样例, 2",
        "###### 样例, 样例, 6",
        "####### 样例, '####### 样例', 0",
        "'样例<br>甲市', 样例 甲市, 0",
    })
    void marksOfMarkdownMakeAHeadingAndTagsNoLine(String printed, String text, int level) {
        Line line = Line.of(4, printed);

        assertThat(line.text()).isEqualTo(text);
        assertThat(line.headingLevel()).isEqualTo(level);
        assertThat(line.number()).isEqualTo(4);
    }

    @Test
    void linesJoinedAgainKeepWhereEachPieceStood() {
        Line joined = Line.joined(List.of(Line.of(3, "甲市推行"), Line.of(4, "样例改革")), "甲市推行样例改革");

        assertThat(joined.text()).isEqualTo("甲市推行样例改革");
        assertThat(joined.words().lineAt(3)).isEqualTo(3);
        assertThat(joined.words().lineAt(4)).isEqualTo(4);
    }

    @Test
    void aTabDrawsATableAndABlankLineIsNone() {
        assertThat(Printed.line("甲\t乙").isDrawn()).isTrue();
        assertThat(Printed.line("甲 乙").isDrawn()).isFalse();
        assertThat(Printed.line("　").isBlank()).isTrue();
        assertThat(Line.table(Printed.table(1, List.of("甲"))).isBlank()).isFalse();
    }
}
