package io.casewire.extraction;

import io.casewire.extraction.Block.Cell;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells tables apart that touch each other, which many formats hold as one: where columns of other widths begin and go on, or the names of
 * the columns stand again over other columns. A row of another shape inside a table parts nothing.
 */
public final class TouchingTables {
    /** More parts are a form, whose rows are each of another shape. */
    private static final int MOST = 64;

    private static final int MAX_TITLE_LENGTH = 60;
    private static final List<String> NOTES = List.of("注", "备注", "说明", "资料来源", "数据来源");

    private final List<List<Span>> rows;
    /** Of each row the inner edges, those of cells that reach into it from above as well. */
    private final List<BitSet> edges = new ArrayList<>();

    private final BitSet covered = new BitSet();

    private TouchingTables(List<List<Span>> rows) {
        this.rows = rows;
        int end = 0;
        for (List<Span> row : rows) {
            edges.add(new BitSet());
            for (Span cell : row) {
                end = Math.max(end, cell.to());
            }
        }
        for (int row = 0; row < rows.size(); row++) {
            for (Span cell : rows.get(row)) {
                int last = Math.min(rows.size(), row + cell.rows());
                for (int reached = row; reached < last; reached++) {
                    edges.get(reached).set(cell.from());
                    edges.get(reached).set(cell.to());
                    covered.set(reached, reached > row || covered.get(reached));
                }
            }
        }
        for (BitSet inner : edges) {
            inner.clear(0);
            inner.clear(end);
        }
    }

    /**
     * A cell among the columns that all rows together have.
     *
     * @param from the edge it begins at, counted from 0
     * @param to the edge it ends at
     * @param rows that it covers
     */
    public record Span(String text, int from, int to, int rows) {}

    /** Where tables begin, as indexes of their first rows; the first is 0. */
    public static List<Integer> beginnings(List<List<Span>> rows) {
        if (rows.size() < 3) {
            return List.of(0);
        }
        return new TouchingTables(rows).beginnings();
    }

    /**
     * The edges that the cells of a table use, from its first cell with text to its last.
     *
     * @return ascending; none where no cell has text
     */
    public static int[] edgesOf(List<List<Span>> rows) {
        int first = Integer.MAX_VALUE;
        int last = -1;
        for (List<Span> row : rows) {
            for (Span cell : row) {
                if (!cell.text().isBlank()) {
                    first = Math.min(first, cell.from());
                    last = Math.max(last, cell.to());
                }
            }
        }
        BitSet used = new BitSet();
        for (List<Span> row : rows) {
            for (Span cell : row) {
                if (cell.to() > first && cell.from() < last) {
                    used.set(Math.max(first, cell.from()));
                    used.set(Math.min(last, cell.to()));
                }
            }
        }
        return used.stream().toArray();
    }

    /** The rows of each table; cells that an earlier row's cell covers are left out of them. */
    public static List<List<List<Cell>>> parted(List<List<Cell>> rows) {
        List<List<Span>> spans = spans(rows);
        List<Integer> begins = beginnings(spans);
        if (begins.size() == 1) {
            return List.of(rows);
        }
        List<List<List<Cell>>> tables = new ArrayList<>();
        for (int i = 0; i < begins.size(); i++) {
            int end = i + 1 < begins.size() ? begins.get(i + 1) : spans.size();
            tables.add(packed(spans.subList(begins.get(i), end)));
        }
        return tables;
    }

    private static List<List<Span>> spans(List<List<Cell>> rows) {
        List<List<Span>> spans = new ArrayList<>();
        // of each column, how many rows from above still cover it
        Map<Integer, Integer> open = new HashMap<>();
        for (List<Cell> row : rows) {
            List<Span> placed = new ArrayList<>();
            int column = 0;
            for (Cell cell : row) {
                while (open.getOrDefault(column, 0) > 0) {
                    column++;
                }
                placed.add(new Span(cell.text(), column, column + cell.columns(), cell.rows()));
                column += cell.columns();
            }
            open.replaceAll((_, left) -> Math.max(0, left - 1));
            for (Span cell : placed) {
                for (int at = cell.from(); cell.rows() > 1 && at < cell.to(); at++) {
                    open.put(at, cell.rows() - 1);
                }
            }
            spans.add(placed);
        }
        return spans;
    }

    private static List<List<Cell>> packed(List<List<Span>> rows) {
        int[] edges = edgesOf(rows);
        List<List<Cell>> packed = new ArrayList<>();
        for (List<Span> row : rows) {
            List<Cell> cells = new ArrayList<>();
            for (Span cell : row) {
                int columns = index(edges, cell.to()) - index(edges, cell.from());
                if (columns > 0) {
                    cells.add(new Cell(cell.text(), columns, cell.rows()));
                }
            }
            packed.add(cells);
        }
        return packed;
    }

    /** Of the edges of a table, how many lie before one; those beside the table count as its sides. */
    public static int index(int[] edges, int edge) {
        int index = 0;
        while (index < edges.length - 1 && edges[index] < edge) {
            index++;
        }
        return index;
    }

    private List<Integer> beginnings() {
        List<Integer> begins = new ArrayList<>(List.of(0));
        Map<BitSet, Integer> seen = new HashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            int start = begins.getLast();
            if (row > start && !covered.get(row) && beginsAt(row, start, usual(seen))) {
                begins.add(withTitle(row, start));
                seen.clear();
            }
            if (!edges.get(row).isEmpty()) {
                seen.merge(edges.get(row), 1, Integer::sum);
            }
        }
        goOn(begins);
        return begins.size() > MOST ? List.of(0) : begins;
    }

    private boolean beginsAt(int row, int start, BitSet usual) {
        if (usual.isEmpty() || !differ(usual, edges.get(row))) {
            return false;
        }
        List<String> names = words(headerFrom(start));
        return (names.size() > 1 && names.equals(words(row))) || lasts(row, usual);
    }

    /** Whether each has edges that the other has not. */
    private static boolean differ(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both.cardinality() < one.cardinality() && both.cardinality() < other.cardinality();
    }

    /** Whether the next row of several cells has the same columns, or a part of them: a single odd row is no table. */
    private boolean lasts(int row, BitSet usual) {
        for (int next = row + 1; next < rows.size(); next++) {
            if (!edges.get(next).isEmpty()) {
                return !differ(edges.get(row), edges.get(next)) && differ(usual, edges.get(next));
            }
        }
        return false;
    }

    private static BitSet usual(Map<BitSet, Integer> seen) {
        BitSet usual = new BitSet();
        int most = 0;
        for (Map.Entry<BitSet, Integer> one : seen.entrySet()) {
            boolean wider = one.getKey().cardinality() > usual.cardinality();
            if (one.getValue() > most || (one.getValue() == most && wider)) {
                usual = one.getKey();
                most = one.getValue();
            }
        }
        return usual;
    }

    /** The title of a table may be its first row, over all columns. */
    private int withTitle(int row, int start) {
        int first = row;
        while (first - 1 > start && isTitle(first - 1)) {
            first--;
        }
        return first;
    }

    private boolean isTitle(int row) {
        List<String> words = words(row);
        return edges.get(row).isEmpty()
                && !covered.get(row)
                && words.size() == 1
                && words.getFirst().length() <= MAX_TITLE_LENGTH
                && !words.getFirst().endsWith("。")
                && NOTES.stream().noneMatch(words.getFirst()::startsWith);
    }

    /** A table that goes on behind a block of other columns, without its names anew, was one all the time. */
    private void goOn(List<Integer> begins) {
        for (int later = begins.size() - 1; later >= 2; later--) {
            for (int earlier = 0; earlier < later - 1; earlier++) {
                int again = headerFrom(begins.get(later));
                int first = headerFrom(begins.get(earlier));
                if (edges.get(again).equals(edges.get(first)) && !words(again).equals(words(first))) {
                    begins.subList(earlier + 1, later + 1).clear();
                    later = begins.size();
                    break;
                }
            }
        }
    }

    /** The first row of several cells. */
    private int headerFrom(int start) {
        int row = start;
        while (row + 1 < rows.size() && edges.get(row).isEmpty()) {
            row++;
        }
        return row;
    }

    private List<String> words(int row) {
        List<String> words = new ArrayList<>();
        for (Span cell : rows.get(row)) {
            String text = cell.text().replace("\n", "").replace(" ", "");
            if (!text.isEmpty()) {
                words.add(text);
            }
        }
        return words;
    }
}
