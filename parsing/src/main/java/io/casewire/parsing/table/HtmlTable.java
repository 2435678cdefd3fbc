package io.casewire.parsing.table;

import io.casewire.contracts.parsed.LineRange;
import io.casewire.parsing.decode.Repair;
import io.casewire.parsing.layout.Table;
import io.casewire.text.PrivateUse;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** An HTML table with its spanned cells filled in: each row says all it stands for. */
public final class HtmlTable {
    private static final int MAX_COLUMNS = 64;
    private static final int MAX_SPAN = 2000;

    private HtmlTable() {}

    /** Whether the table only places text on the page: one column, or tables inside tables. */
    public static boolean isLayout(Element table) {
        if (table.selectFirst("table table") != null) {
            return true;
        }
        int widest = 0;
        for (Element row : table.select("tr")) {
            widest = Math.max(widest, row.childrenSize());
        }
        return widest < 2;
    }

    /**
     * The table as rows of full width; the first row that names columns is its header. Where columns are named anew, in other words or over
     * other columns, another table begins.
     *
     * @return at least one, in order
     */
    public static List<Table> read(Element table, int line) {
        Element caption = table.selectFirst("caption");
        Tables tables = new Tables(caption == null ? null : Repair.clean(caption.text()), line);
        List<@Nullable Span> open = new ArrayList<>();
        for (Element element : table.select("tr")) {
            List<String> raw = expand(element, open);
            tables.add(Cells.repaired(raw), raw, linesOf(element));
        }
        return tables.all();
    }

    private record Span(String text, int rowsLeft) {}

    private static List<String> expand(Element row, List<@Nullable Span> open) {
        List<String> cells = new ArrayList<>();
        for (Element cell : row.children()) {
            fillOpen(cells, open);
            int columns = Math.min(span(cell, "colspan"), MAX_COLUMNS);
            int rowSpan = Math.min(span(cell, "rowspan"), MAX_SPAN);
            String text = textOf(cell);
            for (int i = 0; i < columns && cells.size() < MAX_COLUMNS; i++) {
                while (open.size() <= cells.size()) {
                    open.add(null);
                }
                open.set(cells.size(), rowSpan > 1 ? new Span(text, rowSpan - 1) : null);
                cells.add(text);
            }
        }
        fillOpen(cells, open);
        return cells;
    }

    private static void fillOpen(List<String> cells, List<@Nullable Span> open) {
        while (cells.size() < open.size() && cells.size() < MAX_COLUMNS) {
            Span span = open.get(cells.size());
            if (span == null) {
                return;
            }
            open.set(cells.size(), span.rowsLeft() > 1 ? new Span(span.text(), span.rowsLeft() - 1) : null);
            cells.add(span.text());
        }
    }

    private static int span(Element cell, String attribute) {
        String value = cell.attr(attribute).strip();
        if (value.isEmpty() || value.length() > 4 || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return 1;
        }
        return Math.max(1, Integer.parseInt(value));
    }

    /** Text of a cell, its paragraphs on lines of their own. */
    private static String textOf(Element cell) {
        return PrivateUse.folded(
                withBreaks(cell).html().replace('\r', ' ').replace('\n', ' ').replace('\t', ' '));
    }

    /** The cell with its line ends as elements, where they are shown. */
    private static Element withBreaks(Element cell) {
        List<TextNode> kept = cell.nodeStream(TextNode.class)
                .filter(text -> text.getWholeText().indexOf('\n') >= 0 && Preformatted.keepsLines(text))
                .toList();
        for (TextNode text : kept) {
            String[] lines = text.getWholeText().split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                text.before(new TextNode(lines[i]));
                if (i < lines.length - 1) {
                    text.before(new Element("br"));
                }
            }
            text.remove();
        }
        return cell;
    }

    /** Lines of the file an element stands on; line 1 where the parser made it up. */
    public static LineRange linesOf(Node node) {
        Range start = node.sourceRange();
        if (!start.isTracked()) {
            Node parent = node.parent();
            return parent == null ? new LineRange(1, 1) : linesOf(parent);
        }
        int first = Math.max(1, start.start().lineNumber());
        int last = first;
        if (node instanceof Element element && element.endSourceRange().isTracked()) {
            last = Math.max(first, element.endSourceRange().end().lineNumber());
        }
        return new LineRange(first, last);
    }
}
