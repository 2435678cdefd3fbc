package io.casewire.ingest.page;

import io.casewire.ingest.layout.Block;
import io.casewire.ingest.layout.Omission;
import io.casewire.ingest.layout.Omission.Reason;
import io.casewire.ingest.layout.Paragraph;
import io.casewire.ingest.outline.Marker;
import io.casewire.ingest.text.Glyphs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Drops a paragraph that only repeats the end of an earlier one: what a column break leaves when the last line is
 * printed again at the top of the next column.
 */
final class Echoes {
    private static final int SHORTEST = 6;
    private static final int LONGEST = 60;

    private Echoes() {}

    static List<Block> drop(List<Block> blocks, List<Omission> omissions) {
        Set<String> endings = new HashSet<>();
        List<Block> kept = new ArrayList<>(blocks.size());
        for (Block block : blocks) {
            if (block instanceof Paragraph paragraph) {
                if (endings.contains(paragraph.text())) {
                    omissions.add(new Omission(paragraph.lines().first(), Reason.DUPLICATED_TEXT, paragraph.text()));
                    continue;
                }
                remember(paragraph.text(), endings);
            }
            kept.add(block);
        }
        return kept;
    }

    /** Proper endings only: the same short sentence twice in a text is no accident of layout. */
    private static void remember(String text, Set<String> endings) {
        if (!Glyphs.endsSentence(text) || Marker.read(text) != null) {
            return;
        }
        for (int length = SHORTEST; length < text.length() && length <= LONGEST; length++) {
            char before = text.charAt(text.length() - length - 1);
            if (!Glyphs.isSentenceEnd(before)) {
                endings.add(text.substring(text.length() - length));
            }
        }
    }
}
