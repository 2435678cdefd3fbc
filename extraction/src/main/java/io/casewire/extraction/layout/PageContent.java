package io.casewire.extraction.layout;

import io.casewire.extraction.layout.Columns.Stretch;
import java.util.ArrayList;
import java.util.List;

/**
 * A page as lines and tables in reading order.
 *
 * @param width in points, as is the height
 */
record PageContent(int number, double width, double height, List<Item> items) {
    sealed interface Item {
        double top();
    }

    /** @param column 0 where it runs across the page, 1 or 2 in text of two columns */
    record PrintedLine(TextLine line, int column) implements Item {
        @Override
        public double top() {
            return line.top();
        }
    }

    record PrintedTable(RuledTable table) implements Item {
        @Override
        public double top() {
            return table.top();
        }
    }

    /** The same page with other items. */
    PageContent with(List<Item> others) {
        return new PageContent(number, width, height, others);
    }

    static PageContent of(PrintedPage page) {
        List<Grid> grids = Grid.of(page.rulings());
        List<List<List<Glyph>>> inside = new ArrayList<>();
        for (Grid grid : grids) {
            List<List<Glyph>> cells = new ArrayList<>();
            grid.areas().forEach(_ -> cells.add(new ArrayList<>()));
            inside.add(cells);
        }
        List<Glyph> outside = new ArrayList<>();
        for (Glyph glyph : page.glyphs()) {
            int area = -1;
            for (int i = 0; area < 0 && i < grids.size(); i++) {
                area = grids.get(i).areaAt(glyph.centre(), glyph.middle());
                if (area >= 0) {
                    inside.get(i).get(area).add(glyph);
                }
            }
            if (area < 0) {
                outside.add(glyph);
            }
        }
        List<PrintedTable> tables = new ArrayList<>();
        for (int i = 0; i < grids.size(); i++) {
            for (RuledTable table : new RuledTable(page.number(), grids.get(i), inside.get(i)).parts()) {
                if (!table.isEmpty()) {
                    tables.add(new PrintedTable(table));
                }
            }
        }
        tables.sort((a, b) -> Double.compare(a.top(), b.top()));
        List<Item> items = inOrder(Columns.of(outside, page.width()), tables);
        return new PageContent(page.number(), page.width(), page.height(), items);
    }

    private static List<Item> inOrder(List<Stretch> stretches, List<PrintedTable> tables) {
        List<Item> items = new ArrayList<>();
        int next = 0;
        for (Stretch stretch : stretches) {
            for (TextLine line : stretch.lines()) {
                while (next < tables.size() && tables.get(next).top() < line.baseline() && stretch.column() != 1) {
                    items.add(tables.get(next++));
                }
                items.add(new PrintedLine(line, stretch.column()));
            }
        }
        items.addAll(tables.subList(next, tables.size()));
        return items;
    }
}
