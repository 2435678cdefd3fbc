package io.casewire.extraction.layout;

import io.casewire.extraction.RaisedText;
import java.util.ArrayList;
import java.util.List;

/** Tells characters of smaller type above the line from those on it: powers get a {@code ^}, marks of footnotes are not read. */
final class RaisedGlyphs {
    /** Of the size of the characters beside them. */
    private static final double SMALLER = 0.87;

    /** How far above the line they stand, in em of the characters beside them. */
    private static final double LEAST = 0.15;

    private static final double MOST = 0.8;

    private final List<Glyph> glyphs;
    private boolean beginsWithMark;

    /** @param row the characters of a line from left to right */
    RaisedGlyphs(List<Glyph> row) {
        glyphs = new ArrayList<>(row.size());
        StringBuilder before = new StringBuilder();
        int at = 0;
        while (at < row.size()) {
            int end = endOfRaised(row, at);
            if (end == at) {
                glyphs.add(row.get(at));
                before.append(
                        row.get(at).isBlank() || row.get(at).isUnread()
                                ? ""
                                : row.get(at).text());
                at++;
                continue;
            }
            StringBuilder raised = new StringBuilder();
            row.subList(at, end).forEach(glyph -> raised.append(glyph.isBlank() ? "" : glyph.text()));
            switch (RaisedText.of(before, raised.toString())) {
                case MARK -> {
                    beginsWithMark |= before.isEmpty();
                    row.subList(at, end).forEach(glyph -> glyphs.add(glyph.unread()));
                }
                case POWER -> {
                    Glyph first = row.get(at);
                    glyphs.add(
                            new Glyph("^" + first.text(), first.left(), first.baseline(), first.width(), first.size()));
                    glyphs.addAll(row.subList(at + 1, end));
                }
                case WORDS -> glyphs.addAll(row.subList(at, end));
            }
            at = end;
        }
    }

    /** The characters of the line as they are to be read. */
    List<Glyph> glyphs() {
        return glyphs;
    }

    /** Whether the mark of a footnote stands before all other characters. */
    boolean beginWithMark() {
        return beginsWithMark;
    }

    /** Where the raised characters end that begin there; the same place where none do. */
    private static int endOfRaised(List<Glyph> row, int from) {
        Glyph beside = from > 0 ? row.get(from - 1) : firstOnLine(row);
        int end = from;
        while (end < row.size()
                && isAbove(row.get(end), beside)
                && !row.get(from).isBlank()) {
            end++;
        }
        return end;
    }

    /** The first character that is not smaller than the first of all; that itself where there is none. */
    private static Glyph firstOnLine(List<Glyph> row) {
        Glyph first = row.getFirst();
        for (Glyph glyph : row) {
            if (!glyph.isBlank() && isAbove(first, glyph)) {
                return glyph;
            }
        }
        return first;
    }

    private static boolean isAbove(Glyph glyph, Glyph beside) {
        double raise = beside.baseline() - glyph.baseline();
        return glyph.size() <= SMALLER * beside.size()
                && raise >= LEAST * beside.size()
                && raise <= MOST * beside.size();
    }
}
