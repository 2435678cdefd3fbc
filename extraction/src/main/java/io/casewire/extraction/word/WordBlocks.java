package io.casewire.extraction.word;

import io.casewire.extraction.Block;
import io.casewire.extraction.Block.Cell;
import io.casewire.extraction.Block.Paragraph;
import io.casewire.extraction.Block.Row;
import io.casewire.extraction.Block.Table;
import io.casewire.extraction.Extraction;
import io.casewire.extraction.ExtractionLimits;
import io.casewire.extraction.Format;
import io.casewire.extraction.Notice;
import io.casewire.extraction.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The blocks of a document as they are found, each with its place, held to the limits. */
public final class WordBlocks {
    private final ExtractionLimits limits;
    private final List<Block> blocks = new ArrayList<>();
    private final Map<String, Noted> notes = new LinkedHashMap<>();
    private int paragraphs;
    private int tables;
    private int counted;
    private long characters;

    private static final class Noted {
        private final String what;
        private final Place first;
        private int times;

        private Noted(String what, Place first) {
            this.what = what;
            this.first = first;
        }
    }

    public WordBlocks(ExtractionLimits limits) {
        this.limits = limits;
    }

    /**
     * Running text; blank text is left out.
     *
     * @param headingLevel 1 to 9, or 0
     */
    public void paragraph(String text, int headingLevel) {
        if (text.isBlank()) {
            return;
        }
        paragraphs++;
        count(text.length());
        blocks.add(new Paragraph(text, Math.min(headingLevel, 6), Place.paragraph(paragraphs)));
    }

    /** The place of the next row of the table that is being read. */
    public Place row(int row) {
        return Place.tableRow(tables + 1, row);
    }

    /** A table; one without rows is left out. */
    public void table(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        tables++;
        blocks.add(new Table(null, rows, rows.getFirst().place()));
    }

    /** Counts a row of a table. */
    public Row counted(Row row) {
        count(row.cells().stream().map(Cell::text).mapToInt(String::length).sum());
        return row;
    }

    private void count(int length) {
        characters += length;
        if (++counted > limits.blocks()) {
            throw Refused.tooManyBlocks(limits);
        }
        if (characters > limits.characters()) {
            throw Refused.tooManyCharacters(limits);
        }
    }

    /**
     * Something that is not taken over.
     *
     * @param what a plural, for a sentence that ends with how many there are
     */
    public void note(String code, String what) {
        notes.computeIfAbsent(code, _ -> new Noted(what, Place.paragraph(paragraphs + 1))).times++;
    }

    /** Whether something of the kind was met. */
    public boolean noted(String code) {
        return notes.containsKey(code);
    }

    public boolean isEmpty() {
        return blocks.isEmpty();
    }

    public Extraction extraction(Format format) {
        List<Notice> notices = new ArrayList<>();
        notes.forEach((code, noted) -> notices.add(new Notice(code, noted.what + ": " + noted.times, noted.first)));
        return new Extraction(format, blocks, notices);
    }
}
