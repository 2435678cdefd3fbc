package io.casewire.parsing.casefile;

import io.casewire.parsing.layout.Block;
import io.casewire.parsing.layout.DocumentText;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.layout.Table;
import io.casewire.parsing.outline.Headings;
import java.util.ArrayList;
import java.util.List;

/** The headings above a table, its caption last. */
public final class Paths {
    private Paths() {}

    /** Headings and caption above the table, outermost first. */
    public static List<String> to(DocumentText text, Table table) {
        Headings headings = new Headings();
        for (Block block : text.blocks()) {
            if (block == table) {
                break;
            }
            if (block instanceof Paragraph paragraph) {
                headings.pass(paragraph.text(), paragraph.headingLevel());
            }
        }
        List<String> path = new ArrayList<>(headings.path());
        if (table.caption() != null) {
            path.add(table.caption());
        }
        return List.copyOf(path);
    }
}
