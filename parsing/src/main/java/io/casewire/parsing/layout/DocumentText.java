package io.casewire.parsing.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * A repaired document: what recognisers read.
 *
 * @param name the file's name, for messages only
 * @param blocks paragraphs and tables in reading order, boilerplate removed
 * @param omissions what repair left out, and why
 * @param lineCount lines of the original file
 */
public record DocumentText(String name, List<Block> blocks, List<Omission> omissions, int lineCount) {
    public DocumentText {
        blocks = List.copyOf(blocks);
        omissions = List.copyOf(omissions);
    }

    /** The paragraphs in order, tables left out. */
    public List<Paragraph> paragraphs() {
        List<Paragraph> paragraphs = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Paragraph paragraph) {
                paragraphs.add(paragraph);
            }
        }
        return paragraphs;
    }

    /** The tables in order. */
    public List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Table table) {
                tables.add(table);
            }
        }
        return tables;
    }
}
