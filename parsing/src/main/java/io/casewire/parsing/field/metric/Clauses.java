package io.casewire.parsing.field.metric;

import io.casewire.text.CharacterSet;
import io.casewire.text.Lexicon;

/** Where sentences and clauses begin and end. Windows are bounded, so that text without punctuation costs no more. */
final class Clauses {
    private static final String ENDS = "。！!？?\n\r";
    private static final CharacterSet SENTENCE_ENDS = CharacterSet.of(ENDS);
    private static final CharacterSet CLAUSE_ENDS = CharacterSet.of(ENDS + "，,；;：:（(）)");
    private static final int WINDOW = 160;

    private static final int MAX_NOTE_LENGTH = 14;

    private Clauses() {}

    static boolean endsSentence(char c) {
        return SENTENCE_ENDS.contains(c);
    }

    static boolean endsClause(char c) {
        return CLAUSE_ENDS.contains(c);
    }

    /** Where the clause around {@code index} begins, not before {@code floor}. */
    static int startOf(String text, int floor, int index) {
        int lowest = Math.max(floor, index - WINDOW);
        int at = index;
        while (at > lowest) {
            char before = text.charAt(at - 1);
            int open = before == '）' || before == ')' ? openingOf(text, lowest, at - 1) : -1;
            if (open >= 0) {
                at = open;
            } else if (endsClause(before)) {
                break;
            } else {
                at--;
            }
        }
        return at;
    }

    /** A short bracket in the middle of a clause (地区) does not end it. */
    private static int openingOf(String text, int lowest, int close) {
        for (int at = close - 1; at >= Math.max(lowest, close - MAX_NOTE_LENGTH); at--) {
            if (text.charAt(at) == '（' || text.charAt(at) == '(') {
                return at;
            }
        }
        return -1;
    }

    /** Where the clause around {@code index} ends. */
    static int endOf(String text, int index) {
        return CLAUSE_ENDS.indexIn(text, index, Math.max(index, Math.min(text.length(), index + WINDOW)));
    }

    /** Whether one of the words stands between two places. */
    static boolean says(String text, int from, int to, Lexicon words) {
        return words.isIn(text, from, to);
    }
}
