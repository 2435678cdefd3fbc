package io.casewire.extraction.layout;

import io.casewire.text.Glyphs;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells which gaps of a line are blanks. A typesetter leaves room between Chinese characters and digits, and spreads short titles; neither
 * says anything. A gap is a blank where it stands out from the rhythm of its line. Lengths are in em, the size of the font.
 */
final class Spacing {
    /** Stands out between Chinese characters, or beside one. */
    private static final double WIDE_BLANK = 0.75;

    /** Stands out between letters and digits. */
    private static final double NARROW_BLANK = 0.2;

    /** A printed blank that takes no room was squeezed away. */
    private static final double LEAST_BLANK = 0.04;

    /** Parts what stands left of it from what stands right of it. */
    static final double WIDE_GAP = 2;

    private static final int MIN_NARROW_PAIRS = 3;
    private static final double SPREAD = 0.2;

    private final List<Glyph> glyphs;
    private final boolean[] blankBefore;
    private final double wideRhythm;
    private final double narrowRhythm;

    /** @param printed of one line, in order, blanks among them */
    Spacing(List<Glyph> printed) {
        glyphs = new ArrayList<>(printed.size());
        boolean[] blanks = new boolean[printed.size()];
        boolean blank = false;
        for (Glyph glyph : printed) {
            if (glyph.isBlank()) {
                blank = true;
                continue;
            }
            blanks[glyphs.size()] = blank;
            glyphs.add(glyph);
            blank = false;
        }
        blankBefore = blanks;
        List<Double> wide = new ArrayList<>();
        List<Double> narrow = new ArrayList<>();
        for (int i = 1; i < glyphs.size(); i++) {
            if (isWide(i - 1) && isWide(i)) {
                wide.add(gap(i));
            } else if (!isWide(i - 1) && !isWide(i)) {
                narrow.add(gap(i));
            }
        }
        wideRhythm = Math.max(0, Numbers.median(wide));
        narrowRhythm = narrow.size() < MIN_NARROW_PAIRS ? 0 : Math.max(0, Numbers.median(narrow));
    }

    /** Those that print something. */
    List<Glyph> glyphs() {
        return glyphs;
    }

    String text() {
        StringBuilder text = new StringBuilder(glyphs.size() + 8);
        boolean blank = false;
        for (int i = 0; i < glyphs.size(); i++) {
            blank |= i > 0 && isBlankBefore(i);
            if (!glyphs.get(i).isUnread()) {
                text.append(blank && !text.isEmpty() ? " " : "")
                        .append(glyphs.get(i).text());
                blank = false;
            }
        }
        return text.toString();
    }

    /** Whether the characters before and after are parted by more than words are. */
    boolean isWideGapBefore(int at) {
        return gap(at) >= Math.max(wideRhythm, narrowRhythm) + WIDE_GAP;
    }

    private boolean isBlankBefore(int at) {
        double gap = gap(at);
        if (isWide(at - 1) || isWide(at)) {
            return gap >= wideRhythm + WIDE_BLANK;
        }
        boolean spread = narrowRhythm > SPREAD;
        return gap >= narrowRhythm + NARROW_BLANK || (blankBefore[at] && !spread && gap >= LEAST_BLANK);
    }

    private double gap(int at) {
        Glyph left = glyphs.get(at - 1);
        Glyph right = glyphs.get(at);
        return (right.left() - left.right()) / Math.max(left.size(), right.size());
    }

    private boolean isWide(int at) {
        return Glyphs.isWide(glyphs.get(at).first());
    }
}
