package io.casewire.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.extraction.Block.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TouchingTablesTests {
    /** Rows are parted by slashes, cells by strokes; 甲*2 covers two columns, 甲*1*3 three rows, - is an empty cell. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "one table;序|名*2|位/1|甲*2|乙/2|丙*2|丁;序|名*2|位/1|甲*2|乙/2|丙*2|丁",
                "columns of other widths;序|名*2|位/1|甲*2|乙/项|事|时*2/2|丙|丁*2;序|名|位/1|甲|乙 + 项|事|时/2|丙|丁",
                "the same names over other columns, one row;序|名*2|位/1|甲*2|乙/序|名|位*2;序|名|位/1|甲|乙 + 序|名|位",
                "the first columns alike;序|名|位*2|注/1|甲|乙*2|丙/号|事|时|他*2/1|丁|戊|己*2;序|名|位|注/1|甲|乙|丙 + 号|事|时|他/1|丁|戊|己",
                "a title between;序|名*2|位/1|甲*2|乙/二表*4/项|事|时*2/2|丙|丁*2;序|名|位/1|甲|乙 + 二表*3/项|事|时/2|丙|丁",
                "a note between;序|名*2|位/1|甲*2|乙/注：样例*4/项|事|时*2/2|丙|丁*2;序|名|位/1|甲|乙/注：样例*3 + 项|事|时/2|丙|丁",
                "a narrower one;序|名*2|位|注/1|甲*2|乙|丙/项|事|时*2|-/2|丁|戊*2|-;序|名|位|注/1|甲|乙|丙 + 项|事|时/2|丁|戊",
                "a category over all columns;序|名*2|位/一类*4/1|甲*2|乙/二类*4/2|丙*2|丁;序|名*2|位/一类*4/1|甲*2|乙/二类*4/2|丙*2|丁",
                "parts of a column;序|法*2|位/1|前|后|乙/2|丙|丁|戊;序|法*2|位/1|前|后|乙/2|丙|丁|戊",
                "one odd row;序|名*2|位/1|甲*2|乙/2|丙|丁*2/3|戊*2|己;序|名*2|位/1|甲*2|乙/2|丙|丁*2/3|戊*2|己",
                "a block of other columns inside;序|名*2|位/1|甲*2|乙/人|丙|话*2/人|丁|话*2/2|戊*2|己/3|庚*2|辛;序|名*2|位/1|甲*2|乙/人|丙|话*2/人|丁|话*2/2|戊*2|己/3|庚*2|辛",
                "a cell from above reaches into it;类*1*4|名*2|位/甲*2|乙/丙|丁*2/戊|己*2;类*1*4|名*2|位/甲*2|乙/丙|丁*2/戊|己*2",
                "three of them;序|名*3/1|甲*3/序*2|名*2/1*2|乙*2/序*3|名/1*3|丙;序|名/1|甲 + 序|名/1|乙 + 序|名/1|丙",
                "two rows only;序|名*2|位/项|事|时*2;序|名*2|位/项|事|时*2",
            })
    void tablesOfOtherColumnsAreTablesOfTheirOwn(String name, String drawn, String tables) {
        List<List<List<Cell>>> parted = TouchingTables.parted(rows(drawn));

        assertThat(parted.stream().map(TouchingTablesTests::shortly).collect(Collectors.joining(" + ")))
                .isEqualTo(tables);
    }

    private static List<List<Cell>> rows(String drawn) {
        List<List<Cell>> rows = new ArrayList<>();
        for (String row : drawn.split("/", -1)) {
            List<Cell> cells = new ArrayList<>();
            for (String cell : row.split("[|]", -1)) {
                String[] parts = cell.split("[*]", -1);
                cells.add(new Cell(
                        parts[0].equals("-") ? "" : parts[0],
                        parts.length > 1 ? Integer.parseInt(parts[1]) : 1,
                        parts.length > 2 ? Integer.parseInt(parts[2]) : 1));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static String shortly(List<List<Cell>> table) {
        return table.stream()
                .map(row -> row.stream().map(TouchingTablesTests::shortly).collect(Collectors.joining("|")))
                .collect(Collectors.joining("/"));
    }

    private static String shortly(Cell cell) {
        String down = cell.rows() == 1 ? "" : "*" + cell.rows();
        String across = cell.columns() == 1 && cell.rows() == 1 ? "" : "*" + cell.columns();
        return cell.text() + across + down;
    }
}
