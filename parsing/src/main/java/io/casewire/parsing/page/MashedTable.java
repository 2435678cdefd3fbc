package io.casewire.parsing.page;

import io.casewire.contracts.parsed.LineRange;
import io.casewire.parsing.layout.Table;
import io.casewire.parsing.layout.Table.Row;
import io.casewire.parsing.outline.Marker;
import io.casewire.parsing.outline.Style;
import io.casewire.parsing.table.Cells;
import io.casewire.parsing.table.Column;
import io.casewire.text.Glyphs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table of which nothing but the words was kept: the names of its columns stand in a row without a blank, each row
 * begins with the next number right before its title, and wide blanks are all that parts the other cells. Headings of
 * groups (一、…) hang behind the row before them. Where a row cannot be divided for certain, nothing is taken for a table.
 */
final class MashedTable {
    private static final int MIN_COLUMNS = 3;
    private static final int MIN_ROWS = 2;
    private static final int MAX_HEADING_LENGTH = 30;
    private static final int MAX_TITLE_LENGTH = 60;

    private final List<String> header = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private String line = "";
    private int number;
    private int count;

    private MashedTable() {}

    /** The table that begins at that line, and the index of the first line after it; null where none does. */
    static FlatTable.@Nullable Found read(List<Line> lines, boolean[] taken, int at) {
        Line first = lines.get(at);
        if (first.table() != null
                || !(first.text().startsWith("序号") || first.text().startsWith("编号"))) {
            return null;
        }
        MashedTable table = new MashedTable();
        int body = table.readHeader(first.raw().strip());
        if (table.header.size() < MIN_COLUMNS || body < 0) {
            return null;
        }
        int next = at;
        while (next < lines.size()) {
            Line printed = lines.get(next);
            String words = next == at
                    ? printed.raw().strip().substring(body)
                    : printed.raw().strip();
            boolean skipped = taken[next] || words.isEmpty();
            if (!skipped && (printed.table() != null || !table.readLine(words, printed.number()))) {
                break;
            }
            next++;
        }
        if (table.count < MIN_ROWS) {
            return null;
        }
        LineRange range =
                new LineRange(first.number(), table.rows.getLast().lines().last());
        return new FlatTable.Found(new Table(null, table.header, table.rows, range), next);
    }

    /** Where the names of columns end; -1 where something else follows them. */
    private int readHeader(String printed) {
        int at = 0;
        String name = Column.nameAt(printed, at);
        while (name != null) {
            header.add(name);
            at = skipBlanks(printed, at + name.length());
            name = Column.nameAt(printed, at);
        }
        line = printed;
        return at == printed.length() || rowAt(at) > 0 || headingEnd(at) > 0 ? at : -1;
    }

    /** Whether the line is rows and headings from its first character on. */
    private boolean readLine(String printed, int printedOn) {
        line = printed;
        number = printedOn;
        int at = 0;
        List<Row> found = new ArrayList<>();
        int before = count;
        while (at < line.length()) {
            int heading = headingEnd(at);
            if (heading > 0) {
                found.add(row(List.of(line.substring(at, heading).strip())));
                at = heading;
                continue;
            }
            int title = rowAt(at);
            int end = title < 0 ? -1 : endOfRow(title);
            Row row = end < 0 ? null : divided(title, end);
            if (row == null) {
                count = before;
                return false;
            }
            found.add(row);
            at = skipBlanks(line, end);
        }
        rows.addAll(found);
        return true;
    }

    /** Where the title begins behind the next number; -1 where that does not stand here. */
    private int rowAt(int at) {
        String expected = String.valueOf(count + 1);
        if (!line.startsWith(expected, at)) {
            return -1;
        }
        int title = at + expected.length();
        title += title < line.length() && ".、．".indexOf(line.charAt(title)) >= 0 ? 1 : 0;
        title = skipBlanks(line, title);
        boolean words =
                title < line.length() && (Glyphs.isHan(line.charAt(title)) || "“《".indexOf(line.charAt(title)) >= 0);
        int gap = words ? gapAt(title, line.length()) : -1;
        boolean titled = gap > title && gap - title <= MAX_TITLE_LENGTH && !hasSentence(title, gap);
        return titled ? title : -1;
    }

    private boolean hasSentence(int from, int to) {
        int stop = line.indexOf('。', from);
        return stop >= 0 && stop < to;
    }

    /** Where a heading ends, at the next row or with its line; -1 where none begins here. */
    private int headingEnd(int at) {
        Marker marker = Marker.readAt(line, at);
        if (marker == null || (marker.style() != Style.HAN && marker.style() != Style.HAN_PAREN)) {
            return -1;
        }
        int end = marker.end() + 1;
        while (end < line.length() && end - at <= MAX_HEADING_LENGTH && rowAt(end) < 0) {
            if ("。，；".indexOf(line.charAt(end)) >= 0) {
                return -1;
            }
            end++;
        }
        return end <= line.length() && end - at <= MAX_HEADING_LENGTH ? end : -1;
    }

    /** A row ends where its line does, or behind the sentence that the next row or a heading follows. */
    private int endOfRow(int title) {
        count++;
        for (int at = title + 1; at < line.length(); at++) {
            char before = line.charAt(at - 1);
            boolean ended = before == '。' || before == '）' || before == ' ' || before == '　';
            if (ended && (rowAt(at) > 0 || headingEnd(at) > 0)) {
                return at;
            }
        }
        return line.length();
    }

    private @Nullable Row divided(int title, int end) {
        List<String> cells = new ArrayList<>(List.of(String.valueOf(count)));
        int at = title;
        while (at < end) {
            int gap = cells.size() + 1 < header.size() ? gapAt(at, end) : -1;
            int stop = gap < 0 ? end : gap;
            cells.add(line.substring(at, stop).strip());
            at = skipBlanks(line, stop);
        }
        return cells.size() == header.size() ? row(cells) : null;
    }

    private Row row(List<String> printed) {
        List<String> cells = new ArrayList<>(printed);
        while (cells.size() < header.size()) {
            cells.add("");
        }
        return new Row(Cells.repaired(cells), cells, new LineRange(number, number));
    }

    /** Where blanks stand that part two cells: a wide one, a tab or two narrow ones; -1 where none do. */
    private int gapAt(int from, int to) {
        for (int at = from; at < to; at++) {
            char c = line.charAt(at);
            boolean two = c == ' ' && at + 1 < to && line.charAt(at + 1) == ' ';
            if (c == '　' || c == '\t' || two) {
                return at;
            }
        }
        return -1;
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '　' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }
}
