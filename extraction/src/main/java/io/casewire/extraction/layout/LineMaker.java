package io.casewire.extraction.layout;

import io.casewire.text.CharacterSet;
import io.casewire.text.Glyphs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts characters that stand on one baseline together, raised and lowered ones with those beside them. */
final class LineMaker {
    private static final Comparator<Glyph> DOWN =
            Comparator.comparingDouble(Glyph::baseline).thenComparingDouble(Glyph::left);
    private static final Comparator<Glyph> ACROSS = Comparator.comparingDouble(Glyph::left);

    /** Of the lower of two, that must lie beside the other. */
    private static final double OVERLAP = 0.5;

    /** Of its width; printed again so near, a character is made bold. */
    private static final double DOUBLED = 0.25;

    private static final CharacterSet OPENING = CharacterSet.of("（《“‘〔【〈「『([");
    private static final CharacterSet CLOSING = CharacterSet.of("，。；：、！？）》”’〕】〉」』%");
    private static final CharacterSet HALF_EMPTY = CharacterSet.of("，。；：、！？）》”’〕】〉」』");
    private static final String DOTS = ".…·․";
    private static final int LEADERS = 4;

    private LineMaker() {}

    /** From top to bottom; lines of blanks only left out. */
    static List<TextLine> lines(List<Glyph> glyphs) {
        List<TextLine> lines = new ArrayList<>();
        for (List<Glyph> row : rows(glyphs)) {
            TextLine line = line(row);
            if (line != null) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** The characters of each line from left to right. */
    static List<List<Glyph>> rows(List<Glyph> glyphs) {
        List<Glyph> sorted = new ArrayList<>(glyphs);
        sorted.sort(DOWN);
        List<List<Glyph>> rows = new ArrayList<>();
        List<Glyph> row = new ArrayList<>();
        double top = 0;
        double bottom = 0;
        for (Glyph glyph : sorted) {
            double beside = Math.min(bottom, glyph.bottom()) - Math.max(top, glyph.top());
            double lower = Math.min(bottom - top, glyph.size());
            if (!row.isEmpty() && beside < lower * OVERLAP) {
                rows.add(ordered(row));
                row = new ArrayList<>();
            }
            if (row.isEmpty() || glyph.size() > bottom - top) {
                top = glyph.top();
                bottom = glyph.bottom();
            }
            row.add(glyph);
        }
        if (!row.isEmpty()) {
            rows.add(ordered(row));
        }
        return rows;
    }

    private static List<Glyph> ordered(List<Glyph> row) {
        row.sort(ACROSS);
        List<Glyph> single = new ArrayList<>(row.size());
        for (Glyph glyph : row) {
            if (!isDoubled(single, glyph)) {
                single.add(glyph);
            }
        }
        return single;
    }

    private static boolean isDoubled(List<Glyph> before, Glyph glyph) {
        for (int i = before.size() - 1; i >= 0 && i >= before.size() - 3; i--) {
            Glyph other = before.get(i);
            if (other.text().equals(glyph.text())
                    && glyph.left() - other.left() < DOUBLED * glyph.width()
                    && Math.abs(glyph.baseline() - other.baseline()) < DOUBLED * glyph.size()) {
                return true;
            }
        }
        return false;
    }

    /** The line of characters from left to right; null where they print nothing, or nothing but the mark of a footnote. */
    static @Nullable TextLine line(List<Glyph> row) {
        RaisedGlyphs raised = new RaisedGlyphs(row);
        Spacing spacing = new Spacing(raised.glyphs());
        List<Glyph> glyphs = spacing.glyphs();
        String text = spacing.text();
        if (text.isEmpty()) {
            return null;
        }
        Glyph first = glyphs.getFirst();
        Glyph last = glyphs.getLast();
        boolean broken = hasLeaders(text);
        for (int i = 1; i < glyphs.size(); i++) {
            broken |= spacing.isWideGapBefore(i);
        }
        return new TextLine(
                text,
                first.left(),
                rightOf(last),
                baselineOf(glyphs),
                sizeOf(glyphs),
                firstPiece(glyphs) - first.left(),
                row.getLast().isBlank(),
                broken,
                raised.beginWithMark());
    }

    private static double rightOf(Glyph glyph) {
        boolean halfEmpty = HALF_EMPTY.contains(glyph.last()) && glyph.width() > 0.75 * glyph.size();
        return halfEmpty ? glyph.left() + glyph.width() / 2 : glyph.right();
    }

    private static double sizeOf(List<Glyph> glyphs) {
        List<Double> sizes = new ArrayList<>(glyphs.size());
        glyphs.forEach(glyph -> sizes.add(glyph.size()));
        return Numbers.median(sizes);
    }

    private static double baselineOf(List<Glyph> glyphs) {
        List<Double> baselines = new ArrayList<>(glyphs.size());
        glyphs.forEach(glyph -> baselines.add(glyph.baseline()));
        return Numbers.median(baselines);
    }

    /** Where the first piece ends: a word, a number, a character with the marks that cling to it. */
    private static double firstPiece(List<Glyph> glyphs) {
        int end = 0;
        while (end < glyphs.size() - 1 && OPENING.contains(glyphs.get(end).first())) {
            end++;
        }
        boolean word = isNarrow(glyphs.get(end));
        end++;
        while (word && end < glyphs.size() && isNarrow(glyphs.get(end)) && !isGap(glyphs, end)) {
            end++;
        }
        while (end < glyphs.size() && CLOSING.contains(glyphs.get(end).first())) {
            end++;
        }
        return glyphs.get(end - 1).right();
    }

    private static boolean isGap(List<Glyph> glyphs, int at) {
        return glyphs.get(at).left() - glyphs.get(at - 1).right()
                > 0.15 * glyphs.get(at).size();
    }

    private static boolean isNarrow(Glyph glyph) {
        return !Glyphs.isWide(glyph.first());
    }

    private static boolean hasLeaders(String text) {
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = DOTS.indexOf(text.charAt(i)) >= 0 ? run + 1 : text.charAt(i) == ' ' ? run : 0;
            if (run >= LEADERS) {
                return true;
            }
        }
        return false;
    }
}
