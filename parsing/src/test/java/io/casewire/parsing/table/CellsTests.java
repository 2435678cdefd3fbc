package io.casewire.parsing.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellsTests {
    @ParameterizedTest
    @CsvSource({"甲_乙, 甲/乙", "_甲__乙_, /甲//乙/", "' 甲 _乙', ' 甲 /乙'", "甲, 甲"})
    void tabsPartCellsAndEmptyOnesCount(String raw, String cells) {
        assertThat(Cells.ofTabs(raw.replace('_', '\t'))).isEqualTo(List.of(cells.split("/", -1)));
    }

    @ParameterizedTest
    @CsvSource({
        "| 甲 | 乙 |, 甲/乙",
        "甲 | 乙, 甲/乙",
        "|甲||乙|, 甲//乙",
        "|甲\\|乙|丙|, 甲|乙/丙",
        "|甲|乙\\|, 甲/乙|",
        "|, ''",
    })
    void pipesPartCellsUnlessEscapedAndTheOuterOnesAreNone(String raw, String cells) {
        assertThat(Cells.ofPipes(raw)).isEqualTo(List.of(cells.split("/", -1)));
    }

    @ParameterizedTest
    @CsvSource({"|甲|乙|, true", "甲|乙|丙, true", "甲|乙, false", "|甲, false", "||, true", "甲, false"})
    void aRowOfMarkdownHasTwoPipesApart(String raw, boolean piped) {
        assertThat(Cells.isPiped(raw)).isEqualTo(piped);
    }

    @ParameterizedTest
    @CsvSource({"---/:-:/--, true", "---//, true", "/, false", "---/甲, false", "::/:, false"})
    void aRuleIsMadeOfDashes(String cells, boolean rule) {
        assertThat(Cells.isRule(List.of(cells.split("/", -1)))).isEqualTo(rule);
    }

    @Test
    void cellsAreRepairedOneByOne() {
        assertThat(Cells.repaired(List.of("甲 市", "１２", "<b>样例</b>"))).containsExactly("甲市", "12", "样例");
    }
}
