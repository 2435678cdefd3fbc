package io.casewire.extraction.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What is printed on a page, turned so that its text runs from left to right.
 *
 * @param number counted from 1
 * @param width in points, as is the height
 */
record PrintedPage(int number, double width, double height, List<Glyph> glyphs, List<Ruling> rulings) {
    /** The page with some of its characters, given by identity, not to be read. */
    PrintedPage without(Set<Glyph> leftOut) {
        List<Glyph> read = new ArrayList<>(glyphs.size());
        for (Glyph glyph : glyphs) {
            read.add(leftOut.contains(glyph) ? glyph.unread() : glyph);
        }
        return new PrintedPage(number, width, height, read, rulings);
    }
}
