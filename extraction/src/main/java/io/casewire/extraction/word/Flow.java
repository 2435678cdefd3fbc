package io.casewire.extraction.word;

import io.casewire.extraction.Block.Cell;
import io.casewire.extraction.Block.Row;
import java.util.List;
import java.util.stream.Collectors;

/** Where paragraphs and tables go one after the other: into the document or into a cell. */
public abstract class Flow {
    private String carried = "";

    /**
     * A paragraph, blank or not.
     *
     * @param headingLevel 1 to 9, or 0
     */
    public abstract void paragraph(String text, int headingLevel);

    /** A table; how it is shown depends on where it goes. */
    public abstract void table(List<Row> rows);

    /** Another that goes to the same place, for text that stands beside the running one. */
    public abstract Flow beside();

    /** Keeps the text of a paragraph whose end is not printed: it goes on in the next one. */
    public void carry(String text) {
        carried += text;
    }

    /** What is to stand in front of the next paragraph. */
    public String takeCarried() {
        String taken = carried;
        carried = "";
        return taken;
    }

    /** Nothing follows that the text of an unended paragraph could go on in. */
    public void end() {
        if (!carried.isEmpty()) {
            paragraph(takeCarried(), 0);
        }
    }

    /** Into the document. */
    public static final class IntoDocument extends Flow {
        private final WordBlocks blocks;

        public IntoDocument(WordBlocks blocks) {
            this.blocks = blocks;
        }

        @Override
        public void paragraph(String text, int headingLevel) {
            blocks.paragraph(text, headingLevel);
        }

        @Override
        public void table(List<Row> rows) {
            blocks.table(rows);
        }

        @Override
        public Flow beside() {
            return new IntoDocument(blocks);
        }
    }

    /** Into a cell, a paragraph or a row of a table in it on each line. */
    public static final class IntoCell extends Flow {
        private final StringBuilder lines;

        public IntoCell() {
            this(new StringBuilder());
        }

        private IntoCell(StringBuilder lines) {
            this.lines = lines;
        }

        @Override
        public void paragraph(String text, int headingLevel) {
            if (!text.isBlank()) {
                lines.append(lines.isEmpty() ? "" : "\n").append(text);
            }
        }

        @Override
        public void table(List<Row> rows) {
            for (Row row : rows) {
                paragraph(
                        row.cells().stream()
                                .map(Cell::text)
                                .map(text -> text.replace('\n', ' '))
                                .collect(Collectors.joining("\t")),
                        0);
            }
        }

        @Override
        public Flow beside() {
            return new IntoCell(lines);
        }

        /** What has been put into the cell. */
        public String text() {
            return lines.toString();
        }
    }
}
