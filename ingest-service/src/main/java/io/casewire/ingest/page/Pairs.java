package io.casewire.ingest.page;

import io.casewire.ingest.text.Glyphs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What follows what in this document: the evidence for whether two torn ends belong together. */
final class Pairs {
    private static final int LONGEST_OVERLAP = 8;

    private final List<Line> lines;
    private final Map<String, Integer> counts = new HashMap<>();
    private boolean counted;

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
        int pair = count("" + b + c);
        int triples = count("" + a + b + c) + (Glyphs.isHan(d) ? count("" + b + c + d) : 0);
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
        boolean wordEndsLeft = count("" + before + twice + twice) > 0 || count("" + twice + twice) > 0;
        return !wordEndsLeft && count("" + twice + after) > 1 ? 1 : 0;
    }

    private int count(String sequence) {
        if (!counted) {
            counted = true;
            for (Line line : lines) {
                String text = line.text();
                for (int i = 0; i + 1 < text.length(); i++) {
                    counts.merge(text.substring(i, i + 2), 1, Integer::sum);
                    if (i + 2 < text.length()) {
                        counts.merge(text.substring(i, i + 3), 1, Integer::sum);
                    }
                }
            }
        }
        return counts.getOrDefault(sequence, 0);
    }
}
