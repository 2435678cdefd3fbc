package io.casewire.parsing.decode;

import io.casewire.parsing.decode.Flaw.Kind;

/** Tells lines and columns of ascending offsets in a text; looks at every character once. */
final class Places {
    private static final int CONTEXT = 8;

    private final String text;
    private int at;
    private int line = 1;
    private int lineStart;

    Places(String text) {
        this.text = text;
    }

    /**
     * The flaw at a character.
     *
     * @param index of the character; not before the one of the call before
     * @param length of what is flawed, in characters
     * @param offset see {@link Flaw#offset()}
     */
    Flaw flaw(Kind kind, String what, int index, int length, long offset) {
        for (; at < index; at++) {
            if (endsLine(at)) {
                line++;
                lineStart = at + 1;
            }
        }
        int end = index + length;
        int stop = end;
        while (stop < text.length() && stop - end < CONTEXT && !isBreak(text.charAt(stop))) {
            stop++;
        }
        return new Flaw(
                kind,
                what,
                offset,
                line,
                index - lineStart + 1,
                text.substring(Math.max(lineStart, index - CONTEXT), index).strip(),
                text.substring(end, stop).strip());
    }

    private boolean endsLine(int i) {
        char c = text.charAt(i);
        return isBreak(c) && !(c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n');
    }

    /** As the reader of pages ends lines. */
    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085';
    }
}
