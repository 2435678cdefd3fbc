package io.casewire.parsing.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinesTests {
    @Test
    void everyLineSeparatorEndsALineAndTheTwoOfWindowsEndOne() {
        assertThat(Lines.split("甲\n乙\r\n丙\r丁\u2028戊\u2029己\u0085庚")).containsExactly("甲", "乙", "丙", "丁", "戊", "己", "庚");
    }

    @Test
    void blankLinesCountButNothingBehindTheLastEnd() {
        assertThat(Lines.split("甲\n\n乙\n")).containsExactly("甲", "", "乙");
        assertThat(Lines.split("")).isEmpty();
        assertThat(Lines.split("\n")).containsExactly("");
    }

    @Test
    void aFormFeedIsLeftToTheReaderOfPages() {
        assertThat(Lines.split("甲\f乙")).containsExactly("甲\f乙");
    }
}
