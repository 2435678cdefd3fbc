package io.casewire.extraction.layout;

import io.casewire.extraction.layout.RuledTable.PrintedCell;
import io.casewire.extraction.layout.RuledTable.PrintedRow;
import java.util.List;

/** Tells whether the first row of a page is the rest of the last row of the page before. */
final class CutRow {
    private static final int MAX_ORDINAL_LENGTH = 4;

    private CutRow() {}

    /**
     * Whether it is: it lacks the ordinal that the row above has; or all it holds goes on with what stops there in mid-sentence; or the
     * cell that every row begins with is filled in only one of the two.
     *
     * @param rows those of the table so far
     */
    static boolean goesOn(List<PrintedRow> rows, PrintedRow next) {
        PrintedRow last = rows.getLast();
        if (next.isEmpty() || !haveSameColumns(last, next)) {
            return false;
        }
        boolean counted = false;
        boolean cut = false;
        boolean onlyRests = true;
        boolean fits = true;
        for (int i = 0; i < last.cells().size(); i++) {
            CellText above = last.cells().get(i).text();
            CellText below = next.cells().get(i).text();
            if (isOrdinal(above.text())) {
                if (!below.isEmpty()) {
                    return false;
                }
                counted = true;
            }
            boolean rest = above.isCutBefore(below);
            cut |= rest;
            onlyRests &= rest || below.isEmpty();
            fits &= i == 0 || rest || below.isEmpty() || above.holdsParagraphs();
        }
        return counted || (cut && onlyRests) || (fits && areOneByTheirFront(rows, next, cut));
    }

    private static boolean areOneByTheirFront(List<PrintedRow> rows, PrintedRow next, boolean cut) {
        PrintedRow last = rows.getLast();
        boolean above = !last.cells().getFirst().text().isEmpty();
        boolean below = !next.cells().getFirst().text().isEmpty();
        if (above && !below) {
            return cut || frontsAreFilled(rows, last);
        }
        // what stands in the middle of a cut cell may be printed overleaf
        return below && !above && cut && frontsAreFilled(rows.subList(0, rows.size() - 1), last);
    }

    /** Whether every row of these columns says something in its first cell. */
    private static boolean frontsAreFilled(List<PrintedRow> rows, PrintedRow like) {
        boolean some = false;
        for (PrintedRow row : rows) {
            if (haveSameColumns(row, like)) {
                some = true;
                if (row.cells().getFirst().text().isEmpty()) {
                    return false;
                }
            }
        }
        return some;
    }

    private static boolean haveSameColumns(PrintedRow one, PrintedRow other) {
        if (one.cells().isEmpty() || one.cells().size() != other.cells().size()) {
            return false;
        }
        for (int i = 0; i < one.cells().size(); i++) {
            PrintedCell above = one.cells().get(i);
            PrintedCell below = other.cells().get(i);
            if (above.column() != below.column() || above.columns() != below.columns()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOrdinal(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_ORDINAL_LENGTH
                && (text.chars().allMatch(Character::isDigit) || Numbering.isAtStartOf(text + "、"));
    }
}
