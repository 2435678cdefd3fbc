package io.casewire.parsing.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.LineRange;
import io.casewire.parsing.layout.Block;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.layout.Table;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContinuationsTests {
    private static final List<String> HEADER = List.of("序号", "成果名称");
    private static final Table HEAD = Printed.table(1, HEADER, "1|样例一");

    @Test
    void aPieceWithoutAHeaderGoesOnUnderTheOneBefore() {
        List<Block> merged = Continuations.merge(List.of(HEAD, Printed.table(5, List.of(), "2|样例二", "3|样例三")));

        Table table = (Table) merged.getFirst();
        assertThat(merged).hasSize(1);
        assertThat(table.header()).isEqualTo(HEADER);
        assertThat(table.rows()).extracting(row -> row.cell(1)).containsExactly("样例一", "样例二", "样例三");
        assertThat(table.lines()).isEqualTo(new LineRange(1, 6));
    }

    @Test
    void aHeadingBetweenTwoPiecesIsARowThatNamesTheCategory() {
        List<Block> merged =
                Continuations.merge(List.of(HEAD, Paragraph.of("二、金融服务", 3), Printed.table(5, List.of(), "2|样例二")));

        assertThat(((Table) merged.getFirst()).rows())
                .extracting(Table.Row::cells)
                .containsExactly(List.of("1", "样例一"), List.of("二、金融服务", ""), List.of("2", "样例二"));
    }

    @ParameterizedTest
    @CsvSource({"40, 1", "41, 3"})
    void aHeadingIsNoLongerThanAHeading(int length, int blocks) {
        String between = "二、" + "样".repeat(length - 2);

        assertThat(Continuations.merge(List.of(HEAD, Paragraph.of(between, 3), Printed.table(5, List.of(), "2|样例二"))))
                .hasSize(blocks);
    }

    @Test
    void theHeaderPrintedAgainAsARowIsNoRow() {
        List<Block> merged = Continuations.merge(List.of(HEAD, Printed.table(5, List.of(), "序号|成果名称", "2|样例二")));

        assertThat(((Table) merged.getFirst()).rows())
                .extracting(row -> row.cell(1))
                .containsExactly("样例一", "样例二");
    }

    @ParameterizedTest
    @ValueSource(strings = {"另见下表", "二、金融服务已经完成。", "1.样例", "二、样例样例样例样例样例样例样例样例样例样例样例样例样例样例样例样例样例样例样例样例"})
    void textBetweenTwoPiecesPartsThem(String between) {
        assertThat(Continuations.merge(List.of(HEAD, Paragraph.of(between, 3), Printed.table(5, List.of(), "2|样例二"))))
                .hasSize(3);
    }

    @Test
    void aPieceOfAnotherWidthIsAnotherTable() {
        assertThat(Continuations.merge(List.of(HEAD, Printed.table(5, List.of(), "2|样例二|甲局"))))
                .hasSize(2);
    }

    @Test
    void aPieceWithAHeaderOfItsOwnIsAnotherTable() {
        assertThat(Continuations.merge(List.of(HEAD, Printed.table(5, List.of("序号", "经验名称"), "2|样例二"))))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2|样例二", "|样例二"})
    void aPieceWithTheHeaderPrintedAnewGoesOn(String row) {
        List<Block> merged = Continuations.merge(List.of(HEAD, Printed.table(5, HEADER, row)));

        assertThat(merged).hasSize(1);
        assertThat(((Table) merged.getFirst()).rows())
                .extracting(read -> read.cell(1))
                .containsExactly("样例一", "样例二");
    }

    @Test
    void aPieceWithTheSameHeaderWhoseNumbersBeginAnewIsAnotherTable() {
        assertThat(Continuations.merge(List.of(HEAD, Printed.table(5, HEADER, "1|样例二"))))
                .hasSize(2);
        assertThat(Continuations.merge(List.of(Printed.table(1, HEADER, "9|样例一"), Printed.table(5, HEADER, "9|样例二"))))
                .hasSize(2);
        assertThat(Continuations.merge(
                        List.of(Printed.table(1, HEADER, "2024|样例一"), Printed.table(5, HEADER, "2023|样例二"))))
                .hasSize(2);
    }

    @Test
    void aPieceWithTheSameHeaderBelowTextIsAnotherTable() {
        assertThat(Continuations.merge(List.of(HEAD, Paragraph.of("另见下表", 3), Printed.table(5, HEADER, "2|样例二"))))
                .hasSize(3);
    }

    @Test
    void aPieceBelowATableWithoutAHeaderHasNothingToGoOnWith() {
        Table bare = Printed.table(1, List.of(), "1|样例一");

        assertThat(Continuations.merge(List.of(bare, Printed.table(5, List.of(), "2|样例二"))))
                .hasSize(2);
    }
}
