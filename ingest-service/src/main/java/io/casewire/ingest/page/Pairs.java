package io.casewire.ingest.page;

import io.casewire.ingest.text.Glyphs;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What follows what in this document: the evidence for whether two torn ends belong together. */
final class Pairs {
    private static final int LONGEST_OVERLAP = 8;

    private final List<Line> lines;
    private @Nullable SequenceCounts counts;

    Pairs(List<Line> lines) {
        this.lines = lines;
    }

    /** 0 where nothing speaks for the seam, 1 where two characters across it occur elsewhere, 2 and more where three do. */
    int fit(String left, String right) {
        if (left.length() < 2 || right.length() < 2) {
            return 0;
        }
        char a = left.charAt(left.length() - 2);
        char b = left.charAt(left.length() - 1);
        char c = right.charAt(0);
        char d = right.charAt(1);
        int pair = counts().of(b, c);
        int triples = pair == 0 ? 0 : counts().of(a, b, c) + (Glyphs.isHan(d) ? counts().of(b, c, d) : 0);
        return pair == 0 ? 0 : triples > 0 ? 1 + triples : 1;
    }

    /**
     * How many characters at the start of {@code right} merely repeat the end of {@code left}, as happens when a page
     * break falls inside a word.
     */
    int overlap(String left, String right) {
        for (int length = Math.min(LONGEST_OVERLAP, Math.min(left.length(), right.length() - 1));
                length >= 2;
                length--) {
            if (right.startsWith(left.substring(left.length() - length)) && Glyphs.isHan(right.charAt(0))) {
                return length;
            }
        }
        if (left.length() < 2 || right.length() < 2 || left.charAt(left.length() - 1) != right.charAt(0)) {
            return 0;
        }
        char before = left.charAt(left.length() - 2);
        char twice = right.charAt(0);
        char after = right.charAt(1);
        if (!Glyphs.isHan(twice)) {
            return 0;
        }
        boolean wordEndsLeft = counts().of(before, twice, twice) > 0 || counts().of(twice, twice) > 0;
        return !wordEndsLeft && counts().of(twice, after) > 1 ? 1 : 0;
    }

    private SequenceCounts counts() {
        SequenceCounts known = counts;
        if (known == null) {
            known = new SequenceCounts();
            for (Line line : lines) {
                known.add(line.text());
            }
            counts = known;
        }
        return known;
    }
}
