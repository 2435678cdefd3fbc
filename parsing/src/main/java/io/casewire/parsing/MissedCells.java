package io.casewire.parsing;

import io.casewire.parsing.Coverage.Stretch;
import io.casewire.parsing.casefile.Originalities;
import io.casewire.parsing.field.calendar.PrintedDate;
import io.casewire.parsing.field.calendar.PrintedDates;
import io.casewire.parsing.layout.Table;
import io.casewire.parsing.outline.Ordinals;
import io.casewire.parsing.table.Cells;
import io.casewire.text.CharacterSet;
import io.casewire.text.ComparableKey;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The cells of a table that no record holds, though its rows gave records: a column nobody knew, a note.
 *
 * @param heading whether a text is a heading, a title or a note that is known
 * @param whole the folded texts of the records, by {@link ComparableKey#hash}
 * @param traces of the records
 * @param lines that records stand on
 */
record MissedCells(Predicate<String> heading, Set<Long> whole, Traces traces, BitSet lines) {
    /** 全国首创 became a value of the record. */
    private static final int MAX_CLAIM_LENGTH = 12;

    /** A longer cell leaves a trace where a record holds it. */
    private static final int MAX_SHORT_NAMES = 60;

    private static final int MAX_BEHIND_DATE = 4;

    private static final CharacterSet MARKS = CharacterSet.of("、，；,; \n（）。/：");

    /**
     * Adds a stretch for the cells missed, those of rows one below the other together.
     *
     * @return their characters
     */
    int note(Table table, List<Stretch> unparsed) {
        int characters = 0;
        boolean above = false;
        for (Table.Row row : table.rows()) {
            if (isHeader(table, row)) {
                continue;
            }
            boolean spanning = row.spanning() != null;
            boolean missed = false;
            for (String cell : row.cells()) {
                if (cell.isEmpty() || isKnown(cell)) {
                    continue;
                }
                characters += cell.length();
                if (!(missed && spanning)) {
                    unparsed.add(
                            above || missed
                                    ? unparsed.removeLast().and(row.lines(), cell.length())
                                    : Stretch.of(row.lines(), cell));
                    missed = true;
                }
            }
            above = missed;
        }
        return characters;
    }

    /** Names of columns that the reader of tables did not know, above rows that gave records. */
    private boolean isHeader(Table table, Table.Row row) {
        return table.header().isEmpty()
                && row.equals(table.rows().getFirst())
                && !lines.get(row.lines().first());
    }

    private boolean isKnown(String cell) {
        if (isTime(cell)) {
            // the year alone stands in many a record
            return isDateKnown(cell) || whole.contains(ComparableKey.hash(cell, 0, cell.length()));
        }
        boolean claim = cell.length() <= MAX_CLAIM_LENGTH && Originalities.read(cell) != null;
        // a mark or a sign has no key
        boolean empty = ComparableKey.hash(cell, 0, cell.length()) == 0;
        if (claim || empty || Cells.isNone(cell) || Ordinals.ofCell(cell) > 0 || heading.test(cell)) {
            return true;
        }
        boolean[] known = traces.known(cell);
        for (boolean one : known) {
            if (one) {
                return Coverage.count(known, 1, Coverage.MAX_LABEL_LENGTH) >= Coverage.MISSED * cell.length();
            }
        }
        return cell.length() <= MAX_SHORT_NAMES && (arePartsKnown(cell) || isDateKnown(cell));
    }

    /** 2024年12月底, 2024年9月底前完成. */
    private static boolean isTime(String cell) {
        PrintedDate date = PrintedDates.at(cell, 0);
        return date != null && cell.length() - date.end() <= MAX_BEHIND_DATE;
    }

    private boolean isDateKnown(String cell) {
        PrintedDate date = PrintedDates.at(cell, 0);
        String iso = date == null || date.end() < cell.length() ? "" : date.iso();
        return !iso.isEmpty() && whole.contains(ComparableKey.hash(iso, 0, iso.length()));
    }

    /** Names too short to leave a trace (商务部、财政部), each of which a record holds. */
    private boolean arePartsKnown(String cell) {
        int from = 0;
        int parts = 0;
        for (int at = 0; at <= cell.length(); at++) {
            if (at == cell.length() || MARKS.contains(cell.charAt(at))) {
                long name = ComparableKey.hash(cell, from, at);
                parts += name == 0 ? 0 : 1;
                if (name != 0 && !whole.contains(name)) {
                    return false;
                }
                from = at + 1;
            }
        }
        return parts > 0;
    }
}
