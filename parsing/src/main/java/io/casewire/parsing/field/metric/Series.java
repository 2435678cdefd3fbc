package io.casewire.parsing.field.metric;

import java.util.ArrayList;
import java.util.List;

/** Amounts that are listed (12%、8%和5%), and the list of what they belong to (进口、出口和投资分别…). */
final class Series {
    private static final int MAX_LENGTH = 8;
    private static final int MAX_GAP = 4;

    private Series() {}

    /** Index of the last amount of the series that begins at {@code index}; {@code index} itself where none does. */
    static int end(String text, List<Amount> amounts, int index) {
        int last = index;
        while (last + 1 < amounts.size() && last - index < MAX_LENGTH) {
            int from = amounts.get(last).end();
            int to = amounts.get(last + 1).start();
            if (to - from >= MAX_GAP
                    || !isJoint(text.substring(from, Math.max(from, to)).strip())) {
                break;
            }
            last++;
        }
        return last;
    }

    /** The names in a phrase, where they are exactly so many; empty otherwise. */
    static List<Phrase> names(String text, Phrase phrase, int count) {
        List<Phrase> names = new ArrayList<>();
        int from = phrase.start();
        for (int at = phrase.start(); at <= phrase.end(); at++) {
            int joint = at == phrase.end() ? 1 : jointAt(text, at);
            if (joint > 0) {
                Phrase name = Phrase.before(text, from, at);
                if (name == null) {
                    return List.of();
                }
                names.add(name);
                from = at + joint;
                at = from - 1;
            }
        }
        return names.size() == count ? names : List.of();
    }

    private static int jointAt(String text, int at) {
        if (text.startsWith("以及", at)) {
            return 2;
        }
        return isJoint(text.substring(at, at + 1)) ? 1 : 0;
    }

    private static boolean isJoint(String between) {
        return between.equals("、")
                || between.equals("和")
                || between.equals("及")
                || between.equals("与")
                || between.equals("以及");
    }
}
