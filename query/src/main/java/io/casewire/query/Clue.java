package io.casewire.query;

import java.util.function.IntConsumer;

/**
 * Something of a line that is quickly looked up: four neighbouring characters, which few lines share, two where a term has no more, or one.
 * What has a clue need not have the term; what has the term has all its clues.
 *
 * @param code compared only; different clues may have the same
 */
public record Clue(int code) {
    private static final int RUN = 4;
    private static final int FACTOR = 0x9E3779B1;

    /** The clues of a term, the most telling ones that its length allows; each stands wherever the term does. */
    static Clue[] of(String term) {
        int length = term.length() >= RUN ? RUN : Math.min(term.length(), 2);
        Clue[] clues = new Clue[term.length() - length + 1];
        for (int at = 0; at < clues.length; at++) {
            clues[at] = new Clue(
                    switch (length) {
                        case RUN -> run(term, at);
                        case 2 -> pair(term, at);
                        default -> term.charAt(at);
                    });
        }
        return clues;
    }

    /** Shows the codes of all clues of a line; the same one may be shown more than once. */
    static void forEachCode(String line, IntConsumer shown) {
        int length = line.length();
        for (int at = 0; at < length; at++) {
            shown.accept(line.charAt(at));
            if (at + 1 < length) {
                shown.accept(pair(line, at));
            }
            if (at + RUN <= length) {
                shown.accept(run(line, at));
            }
        }
    }

    private static int pair(String line, int at) {
        return line.charAt(at) << 16 | line.charAt(at + 1);
    }

    private static int run(String line, int at) {
        return pair(line, at) * FACTOR ^ pair(line, at + 2);
    }
}
