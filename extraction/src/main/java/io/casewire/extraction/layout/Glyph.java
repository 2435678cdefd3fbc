package io.casewire.extraction.layout;

import io.casewire.text.Blanks;

/**
 * A printed character, upright; lengths in points from the upper left corner of the page.
 *
 * @param text mostly one character; several for a ligature
 * @param baseline what it stands on
 * @param width how far the next one is set off
 * @param size of the font
 */
record Glyph(String text, double left, double baseline, double width, double size) {
    private static final double ASCENT = 0.88;

    /** Stands for a character that is not read; its room is no gap. */
    private static final String UNREAD = "\uFFFC";

    /** A character in the place of this one that is not read. */
    Glyph unread() {
        return new Glyph(UNREAD, left, baseline, width, size);
    }

    boolean isUnread() {
        return text.equals(UNREAD);
    }

    double right() {
        return left + width;
    }

    double top() {
        return baseline - ASCENT * size;
    }

    double bottom() {
        return top() + size;
    }

    double centre() {
        return left + width / 2;
    }

    double middle() {
        return top() + size / 2;
    }

    char first() {
        return text.charAt(0);
    }

    char last() {
        return text.charAt(text.length() - 1);
    }

    /** Prints nothing. */
    boolean isBlank() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ' && !Blanks.isBlank(c)) {
                return false;
            }
        }
        return true;
    }
}
