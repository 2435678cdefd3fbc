package io.casewire.parsing.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often two or three characters stand side by side in the lines of a text. Most documents ask a few times: a search
 * answers. One that asks again and again has all of its sequences counted once.
 */
final class SequenceCounts {
    /** About as long as counting all sequences takes. */
    private static final int MAX_SEARCHES = 128;

    private final String text;
    private int searches;
    private @Nullable SequenceTable all;

    SequenceCounts(List<Line> lines) {
        StringBuilder joined = new StringBuilder();
        for (Line line : lines) {
            joined.append(line.text()).append('\n');
        }
        this.text = joined.toString();
    }

    int of(char a, char b) {
        SequenceTable counted = counted();
        return counted == null ? seam(' ', a, b, ' ').pair() : counted.of(a, b);
    }

    /** How often {@code b} stands before {@code c}, and how often with {@code a} before or {@code d} behind as well. */
    Seam of(char a, char b, char c, char d) {
        SequenceTable counted = counted();
        return counted == null
                ? seam(a, b, c, d)
                : new Seam(counted.of(b, c), counted.of(a, b, c), counted.of(b, c, d));
    }

    /** Occurrences of two characters, and of three with the one before or the one behind. */
    record Seam(int pair, int withBefore, int withBehind) {}

    private @Nullable SequenceTable counted() {
        if (all == null && ++searches > MAX_SEARCHES) {
            all = new SequenceTable(text);
        }
        return all;
    }

    private Seam seam(char a, char b, char c, char d) {
        String sequence = new String(new char[] {b, c});
        int pair = 0;
        int withBefore = 0;
        int withBehind = 0;
        for (int at = text.indexOf(sequence); at >= 0; at = text.indexOf(sequence, at + 1)) {
            pair++;
            withBefore += at > 0 && text.charAt(at - 1) == a ? 1 : 0;
            withBehind += at + 2 < text.length() && text.charAt(at + 2) == d ? 1 : 0;
        }
        return new Seam(pair, withBefore, withBehind);
    }
}
