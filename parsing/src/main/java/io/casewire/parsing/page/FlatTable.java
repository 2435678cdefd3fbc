package io.casewire.parsing.page;

import io.casewire.contracts.parsed.LineRange;
import io.casewire.parsing.layout.Table;
import io.casewire.parsing.layout.Table.Row;
import io.casewire.parsing.outline.Marker;
import io.casewire.parsing.outline.Ordinals;
import io.casewire.parsing.outline.Style;
import io.casewire.parsing.table.Cells;
import io.casewire.parsing.table.Column;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table whose lines were lost when its text was taken out: names of columns, then rows that begin with the next
 * number. Either each cell has lines of its own, or a row stands on one line with blanks between its cells. Where a row
 * cannot be divided for certain, nothing is taken for a table.
 */
final class FlatTable {
    private static final int MIN_COLUMNS = 3;
    private static final int MIN_ROWS = 2;
    private static final int MAX_LINES = 60;

    private final List<Line> lines;
    private final boolean[] taken;
    private final List<String> header;
    private final boolean cellPerLine;
    private final List<Row> rows = new ArrayList<>();
    private int next;

    private FlatTable(List<Line> lines, boolean[] taken, List<String> header, boolean cellPerLine, int next) {
        this.lines = lines;
        this.taken = taken;
        this.header = header;
        this.cellPerLine = cellPerLine;
        this.next = next;
    }

    /** A table that was read, and the index of the first line after it. */
    record Found(Table table, int next) {}

    /** The table that begins at that line; null where none does. */
    static @Nullable Found read(List<Line> lines, boolean[] taken, int at) {
        FlatTable table = begin(lines, taken, at);
        if (table == null || !table.readRows() || table.rows.size() < MIN_ROWS) {
            return null;
        }
        LineRange range = new LineRange(
                lines.get(at).number(), table.rows.getLast().lines().last());
        return new Found(new Table(null, table.header, table.rows, range), table.next);
    }

    private static @Nullable FlatTable begin(List<Line> lines, boolean[] taken, int at) {
        Line first = lines.get(at);
        if (first.table() != null
                || !(first.text().startsWith("序号") || first.text().startsWith("编号"))) {
            return null;
        }
        List<String> together = pieces(first.raw());
        if (together.size() >= MIN_COLUMNS && together.stream().allMatch(FlatTable::isName)) {
            return new FlatTable(lines, taken, together, false, at + 1);
        }
        List<String> names = new ArrayList<>();
        int end = at;
        while (end < lines.size() && isName(lines.get(end).text())) {
            names.add(lines.get(end).text());
            end++;
        }
        return names.size() >= MIN_COLUMNS ? new FlatTable(lines, taken, names, true, end) : null;
    }

    private static boolean isName(String text) {
        return Column.ofHeader(text).isPresent();
    }

    private static List<String> pieces(String raw) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= raw.length(); i++) {
            if (i == raw.length() || raw.charAt(i) <= ' ' || raw.charAt(i) == '　') {
                if (i > from) {
                    pieces.add(raw.substring(from, i));
                }
                from = i + 1;
            }
        }
        return pieces;
    }

    /** Whether all rows could be divided. */
    private boolean readRows() {
        int number = 0;
        int at = next;
        while (at < lines.size()) {
            if (taken[at] || (lines.get(at).isBlank() && goesOnBehind(at, number))) {
                at++;
                continue;
            }
            if (isCategory(at, number)) {
                rows.add(spanning(lines.get(at)));
                at++;
                next = at;
                continue;
            }
            int begins = numberAt(at, number);
            if (begins < 0) {
                break;
            }
            int end = endOfRow(at, begins);
            Row row = row(at, end);
            if (row == null) {
                return false;
            }
            rows.add(row);
            number = begins;
            at = end;
            next = end;
        }
        return number > 0;
    }

    /** The number of the row that begins at that line; -1 where none does. */
    private int numberAt(int at, int before) {
        Line line = lines.get(at);
        if (line.table() != null) {
            return -1;
        }
        List<String> pieces = cellPerLine ? List.of(line.text()) : pieces(line.raw());
        int number = pieces.isEmpty() ? -1 : Ordinals.ofCell(pieces.getFirst());
        return number == before + 1 || (number == 1 && before > 1) ? number : -1;
    }

    private boolean isCategory(int at, int number) {
        Line line = lines.get(at);
        Marker marker = line.marker();
        return marker != null
                && (marker.style() == Style.HAN || marker.style() == Style.HAN_PAREN)
                && line.text().length() <= 40
                && line.text().indexOf('。') < 0
                && goesOnBehind(at, number);
    }

    /** Whether the next line with text begins a row or names a category. */
    private boolean goesOnBehind(int at, int number) {
        int following = at + 1;
        while (following < lines.size()
                && following - at < 8
                && (lines.get(following).isBlank() || taken[following])) {
            following++;
        }
        return following < lines.size() && numberAt(following, number) > 0;
    }

    private int endOfRow(int begin, int number) {
        int at = begin + 1;
        while (at < lines.size() && at - begin < MAX_LINES) {
            Line line = lines.get(at);
            if (line.isBlank()
                    || line.table() != null
                    || numberAt(at, number) > 0
                    || isCategory(at, number)
                    || line.text().startsWith("注：")) {
                break;
            }
            at++;
        }
        return at;
    }

    private Row spanning(Line line) {
        List<String> cells = new ArrayList<>();
        cells.add(line.text());
        while (cells.size() < header.size()) {
            cells.add("");
        }
        return new Row(cells, cells, new LineRange(line.number(), line.number()));
    }

    private @Nullable Row row(int begin, int end) {
        List<String> raw = cellPerLine ? ofLines(begin, end) : ofPieces(begin, end);
        if (raw == null) {
            return null;
        }
        LineRange range =
                new LineRange(lines.get(begin).number(), lines.get(end - 1).number());
        return new Row(Cells.repaired(raw), raw, range);
    }

    /** The pieces between blanks; more of them than columns belong to the one column of running text. */
    private @Nullable List<String> ofPieces(int begin, int end) {
        StringBuilder whole = new StringBuilder();
        for (int i = begin; i < end; i++) {
            whole.append(lines.get(i).raw().strip());
        }
        List<String> pieces = pieces(whole.toString());
        int text = textColumn();
        if (pieces.size() < header.size() || (text < 0 && pieces.size() > header.size())) {
            return null;
        }
        int extra = pieces.size() - header.size();
        List<String> cells = new ArrayList<>(header.size());
        for (int i = 0; i < header.size(); i++) {
            if (extra == 0 || i < text) {
                cells.add(pieces.get(i));
            } else if (i == text) {
                cells.add(String.join("", pieces.subList(i, i + extra + 1)));
            } else {
                cells.add(pieces.get(i + extra));
            }
        }
        return cells;
    }

    /** The one column that holds sentences; -1 where there is none or more than one. */
    private int textColumn() {
        int found = -1;
        for (int i = 0; i < header.size(); i++) {
            Column column = Column.ofHeader(header.get(i)).orElse(Column.NOTE);
            boolean text = column == Column.SUMMARY
                    || column == Column.PRACTICE
                    || column == Column.EFFECTS
                    || column == Column.BACKGROUND;
            if (text && found >= 0) {
                return -1;
            }
            found = text ? i : found;
        }
        return found;
    }

    /** One line a cell; where there are more, short cells take one line from either side and sentences take the rest. */
    private @Nullable List<String> ofLines(int begin, int end) {
        List<String> printed = new ArrayList<>();
        for (int i = begin; i < end; i++) {
            if (!taken[i]) {
                printed.add(lines.get(i).raw().strip());
            }
        }
        if (printed.size() == header.size()) {
            return printed;
        }
        int text = textColumn();
        if (text <= 0 || printed.size() < header.size()) {
            return null;
        }
        List<String> cells = new ArrayList<>();
        int front = 0;
        int behind = header.size() - text - 1;
        for (int i = 0; i < text; i++) {
            StringBuilder cell = new StringBuilder(printed.get(front++));
            while (!isNumber(i) && front + behind + text - i < printed.size() && goesOn(cell, printed.get(front))) {
                cell.append(printed.get(front++));
            }
            cells.add(cell.toString());
        }
        List<String> tail = new ArrayList<>();
        int back = printed.size();
        for (int i = 0; i < behind; i++) {
            StringBuilder cell = new StringBuilder(printed.get(--back));
            while (back - 1 > front && "、，".indexOf(last(printed.get(back - 1))) >= 0 && cell.indexOf("。") < 0) {
                cell.insert(0, printed.get(--back));
            }
            tail.addFirst(cell.toString());
        }
        if (back <= front || !endsSentences(printed.get(back - 1))) {
            return null;
        }
        cells.add(String.join("", printed.subList(front, back)));
        cells.addAll(tail);
        return cells;
    }

    /** A number needs no second line. */
    private boolean isNumber(int column) {
        return Column.ofHeader(header.get(column)).orElse(null) == Column.NUMBER;
    }

    /** A short word without any mark, or the rest of a quotation, goes on with a name. */
    private static boolean goesOn(StringBuilder name, String line) {
        boolean open = count(name, '“') > count(name, '”') || count(name, '（') > count(name, '）');
        boolean word = line.length() <= 6 && line.chars().noneMatch(c -> "，。；：、".indexOf(c) >= 0);
        return open || word;
    }

    private static long count(CharSequence text, char mark) {
        return text.chars().filter(c -> c == mark).count();
    }

    private static char last(String text) {
        return text.charAt(text.length() - 1);
    }

    private static boolean endsSentences(String text) {
        return "。；".indexOf(last(text)) >= 0;
    }
}
