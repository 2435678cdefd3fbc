package io.casewire.parsing.table;

import io.casewire.contracts.parsed.LineRange;
import io.casewire.parsing.layout.Table;
import io.casewire.parsing.layout.Table.Row;
import io.casewire.parsing.outline.Marker;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the rows of one drawn table and tells the tables in it apart. */
final class Tables {
    private static final int MAX_TITLE_LENGTH = 60;
    private static final int MAX_TITLE_ROWS = 2;

    private final List<Table> done = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private @Nullable String caption;
    private List<String> header = List.of();
    /** The names of the columns, each once. */
    private List<String> names = List.of();

    private int first;
    private int last;

    /**
     * @param caption what the markup itself calls the caption of all of it
     * @param line it begins on
     */
    Tables(@Nullable String caption, int line) {
        this.caption = caption;
        this.first = line;
        this.last = line;
    }

    /**
     * The next row.
     *
     * @param cells repaired, a cell over several columns as often as it covers some
     */
    void add(List<String> cells, List<String> raw, LineRange lines) {
        last = Math.max(last, lines.last());
        if (cells.stream().allMatch(String::isEmpty)) {
            return;
        }
        boolean named = Column.isHeader(cells);
        List<String> merged = rows.isEmpty() && !header.isEmpty() ? SubHeader.merge(header, cells) : null;
        if (header.isEmpty() && rows.isEmpty() && named) {
            begin(cells);
        } else if (merged != null) {
            header = merged;
        } else if (withoutBreaks(cells).equals(header)) {
            // the top of another page
            return;
        } else if (header.isEmpty() && named && isNaming(cells) && takeTitle()) {
            begin(cells);
        } else if (!rows.isEmpty() && (named ? isNaming(cells) : isRepeated(cells))) {
            close(lines.first());
            begin(cells);
        } else {
            rows.add(new Row(cells, raw, lines));
        }
    }

    /** Whether it is more than one word over several columns. */
    private static boolean isNaming(List<String> cells) {
        List<String> own = single(cells);
        return own.size() > 1 && Column.isHeader(own);
    }

    /** Whether it names the columns of the header over others. */
    private boolean isRepeated(List<String> cells) {
        return names.size() > 1
                && cells.contains(names.getLast())
                && single(cells).equals(names);
    }

    /** The texts of a row, each once for all columns that its cell covers. */
    private static List<String> single(List<String> cells) {
        List<String> single = new ArrayList<>();
        for (String cell : withoutBreaks(cells)) {
            if (!cell.isEmpty() && (single.isEmpty() || !single.getLast().equals(cell))) {
                single.add(cell);
            }
        }
        return single;
    }

    private void begin(List<String> cells) {
        header = withoutBreaks(cells);
        names = single(cells);
    }

    private static List<String> withoutBreaks(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("\n", "")).toList();
    }

    /** Takes rows of one text above the names of the columns: the table's title, or a category that stays below them. */
    private boolean takeTitle() {
        StringBuilder title = new StringBuilder();
        for (Row row : rows) {
            String text = row.spanning();
            if (text == null || text.length() > MAX_TITLE_LENGTH || rows.size() > MAX_TITLE_ROWS) {
                return false;
            }
            title.append(Marker.read(text) == null ? text : "");
        }
        rows.removeIf(row -> Marker.read(row.cell(0)) == null);
        if (caption == null && !title.isEmpty()) {
            caption = title.toString();
        }
        return true;
    }

    /** @param next line the next table begins on */
    private void close(int next) {
        int end = Math.max(first, rows.getLast().lines().last());
        done.add(new Table(caption, header, rows, new LineRange(first, end)));
        rows.clear();
        caption = null;
        names = List.of();
        first = next;
    }

    List<Table> all() {
        List<Table> all = new ArrayList<>(done);
        all.add(new Table(caption, header, rows, new LineRange(first, Math.max(first, last))));
        return all;
    }
}
