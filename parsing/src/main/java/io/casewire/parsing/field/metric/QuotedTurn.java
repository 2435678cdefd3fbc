package io.casewire.parsing.field.metric;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two quotations of which one became the other: 从“2次查验、2次放行”变为“1次查验、1次放行”.
 *
 * @param transitions of the amounts that count the same thing in both
 * @param next index of the first amount behind the second quotation
 */
record QuotedTurn(List<Transition> transitions, int next) {
    private static final int MAX_LENGTH = 80;
    private static final int MAX_GAP = 10;

    /** Index of the mark that opens the second quotation, given the marks of the first; -1 where they do not turn. */
    static int secondOpening(String text, int open, int close) {
        if (open == 0 || "从由".indexOf(text.charAt(open - 1)) < 0) {
            return -1;
        }
        for (int at = close + 1; at < Math.min(text.length(), close + MAX_GAP); at++) {
            if (text.charAt(at) == '“') {
                ChangeVerbs.Found verb = ChangeVerbs.lastIn(text, close + 1, at);
                return verb != null && verb.toNew() ? at : -1;
            }
        }
        return -1;
    }

    /** The turn whose first quotation holds the amount at {@code index}; null where it stands in none. */
    static @Nullable QuotedTurn at(String text, List<Amount> amounts, int index) {
        int start = amounts.get(index).start();
        int open = openingBefore(text, start);
        int close = open < 0 ? -1 : indexOf(text, '”', start, start + MAX_LENGTH);
        int second = close < 0 ? -1 : secondOpening(text, open, close);
        int end = second < 0 ? -1 : indexOf(text, '”', second, second + MAX_LENGTH);
        if (end < 0) {
            return null;
        }
        int next = index;
        List<Amount> old = new ArrayList<>();
        while (next < amounts.size() && amounts.get(next).start() < close) {
            old.add(amounts.get(next++));
        }
        List<Amount> now = new ArrayList<>();
        while (next < amounts.size() && amounts.get(next).start() < end) {
            now.add(amounts.get(next++));
        }
        List<Transition> transitions = new ArrayList<>();
        for (Amount then : old) {
            for (Amount after : now) {
                if (Transition.countTheSame(text, then, after)) {
                    transitions.add(Transition.between(text, open + 1, then, after, next));
                    break;
                }
            }
        }
        return new QuotedTurn(List.copyOf(transitions), next);
    }

    private static int openingBefore(String text, int index) {
        for (int at = index - 1; at >= Math.max(0, index - MAX_LENGTH); at--) {
            char c = text.charAt(at);
            if (c == '“') {
                return at;
            }
            if (c == '”' || Clauses.endsSentence(c)) {
                return -1;
            }
        }
        return -1;
    }

    private static int indexOf(String text, char wanted, int from, int to) {
        for (int at = from; at < Math.min(text.length(), to); at++) {
            if (text.charAt(at) == wanted) {
                return at;
            }
        }
        return -1;
    }
}
