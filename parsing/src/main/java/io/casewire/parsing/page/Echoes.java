package io.casewire.parsing.page;

import io.casewire.parsing.layout.Block;
import io.casewire.parsing.layout.Omission;
import io.casewire.parsing.layout.Omission.Reason;
import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.outline.Marker;
import io.casewire.text.Glyphs;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Drops a paragraph that only repeats the end of an earlier one: what a column break leaves when the last line is
 * printed again at the top of the next column.
 */
final class Echoes {
    private static final int MIN_LENGTH = 6;
    private static final int MAX_LENGTH = 60;
    /** So many bits tell the endings that some paragraph is from all the others. */
    private static final int HASHES = 1 << 16;

    private Echoes() {}

    static List<Block> drop(List<Block> blocks, List<Omission> omissions) {
        BitSet wanted = new BitSet(HASHES);
        for (Block block : blocks) {
            if (block instanceof Paragraph paragraph && mayEcho(paragraph.text())) {
                wanted.set(hash(paragraph.text()));
            }
        }
        Set<String> endings = new HashSet<>();
        List<Block> kept = new ArrayList<>(blocks.size());
        for (Block block : blocks) {
            if (block instanceof Paragraph paragraph) {
                if (endings.contains(paragraph.text())) {
                    omissions.add(new Omission(paragraph.lines().first(), Reason.DUPLICATED_TEXT, paragraph.text()));
                    continue;
                }
                remember(paragraph.text(), wanted, endings);
            }
            kept.add(block);
        }
        return kept;
    }

    private static boolean mayEcho(String text) {
        return text.length() >= MIN_LENGTH && text.length() <= MAX_LENGTH;
    }

    /** Proper endings only: the same short sentence twice in a text is no accident of layout. */
    private static void remember(String text, BitSet wanted, Set<String> endings) {
        if (!Glyphs.endsSentence(text) || Marker.read(text) != null) {
            return;
        }
        int hash = 0;
        for (int length = 1; length < text.length() && length <= MAX_LENGTH; length++) {
            int begin = text.length() - length;
            hash = next(hash, text.charAt(begin));
            if (length >= MIN_LENGTH
                    && wanted.get(hash & (HASHES - 1))
                    && !Glyphs.isSentenceEnd(text.charAt(begin - 1))) {
                endings.add(text.substring(begin));
            }
        }
    }

    /** Of a whole text, taken from its end, so that one walk gives it for all endings of a text. */
    private static int hash(String text) {
        int hash = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            hash = next(hash, text.charAt(i));
        }
        return hash & (HASHES - 1);
    }

    private static int next(int hash, char c) {
        return ((hash ^ c) * 0x9E3779B1) >>> 3;
    }
}
