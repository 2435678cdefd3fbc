package io.casewire.extraction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of a document in reading order. Texts are as printed: nothing is repaired here, and a line break is {@code \n}. */
public sealed interface Block {
    /** Where it begins. */
    Place place();

    /**
     * Running text that the format keeps whole.
     *
     * @param text with its list label in front, as a reader sees it ({@code 一、}, {@code （二）})
     * @param headingLevel 1 to 6 where the format calls it a heading; 0 where it does not
     */
    record Paragraph(String text, int headingLevel, Place place) implements Block {
        public Paragraph {
            if (headingLevel < 0 || headingLevel > 6) {
                throw new IllegalArgumentException("A heading has a level from 1 to 6: " + headingLevel);
            }
        }

        public static Paragraph of(String text, Place place) {
            return new Paragraph(text, 0, place);
        }
    }

    /**
     * Lines as a margin cut them, for a format that knows no paragraphs; which belong together is for the parser to say. Blank lines
     * part what the page parts.
     *
     * @param lines none of them with a line break
     */
    record PrintedLines(List<String> lines, Place place) implements Block {
        public PrintedLines {
            lines = List.copyOf(lines);
        }
    }

    /** The end of a page, where lines of a page were printed before and after it. */
    record PageBreak(Place place) implements Block {}

    /**
     * A table whose cells the format or ruling lines tell apart.
     *
     * @param caption what the format itself calls its caption; null without one
     */
    record Table(@Nullable String caption, List<Row> rows, Place place) implements Block {
        public Table {
            rows = List.copyOf(rows);
        }
    }

    /** A row; cells that an earlier row's cell covers are left out, as in HTML. */
    record Row(List<Cell> cells, Place place) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell.
     *
     * @param text its paragraphs on lines of their own
     * @param columns that it covers, at least 1
     * @param rows that it covers, at least 1
     */
    record Cell(String text, int columns, int rows) {
        public Cell {
            if (columns < 1 || rows < 1) {
                throw new IllegalArgumentException("A cell covers at least itself: " + columns + " × " + rows);
            }
        }

        public static Cell of(String text) {
            return new Cell(text, 1, 1);
        }
    }
}
