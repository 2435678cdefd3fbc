package io.casewire.parsing.field.responsibility;

import io.casewire.text.CharacterSet;

/** The brackets that units are named in. */
final class Brackets {
    static final CharacterSet OPENING = CharacterSet.of("（(〔［〈");
    static final CharacterSet CLOSING = CharacterSet.of("）)〕］〉");
    /** What parts a sentence, brackets included. */
    static final CharacterSet MARKS = CharacterSet.of("（(〔［〈）)〕］〉，,；;。、\n");

    /** A passage longer than this is no list of units. */
    static final int MAX_LENGTH = 1200;

    private Brackets() {}

    /** Where the bracket opens that closes at {@code close}; -1 where none does near enough. */
    static int openingOf(String text, int close) {
        int depth = 0;
        for (int i = close; i >= Math.max(0, close - MAX_LENGTH); i--) {
            char c = text.charAt(i);
            if (CLOSING.contains(c)) {
                depth++;
            } else if (OPENING.contains(c) && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
