package io.casewire.parsing.field.metric;

import io.casewire.text.CharacterSet;
import java.util.Arrays;

/** Marks what stands inside quotation marks, book titles and the brackets of document numbers: names, not amounts. */
final class Quotations {
    private static final String OPENING = "“‘「『《〔";
    private static final String CLOSING = "”’」』》〕";
    private static final CharacterSet MARKS = CharacterSet.of(OPENING + CLOSING);
    /** A mark left open must not swallow the rest of the text. */
    private static final int MAX_LENGTH = 80;

    private Quotations() {}

    static boolean[] in(String text) {
        boolean[] quoted = new boolean[text.length()];
        int turned = -1;
        int[] openedAt = new int[OPENING.length()];
        Arrays.fill(openedAt, -1);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!MARKS.contains(c)) {
                continue;
            }
            int opening = OPENING.indexOf(c);
            if (opening >= 0) {
                openedAt[opening] = i;
                continue;
            }
            int closing = CLOSING.indexOf(c);
            if (closing >= 0 && openedAt[closing] >= 0) {
                int open = openedAt[closing];
                int second = i - open <= MAX_LENGTH ? QuotedTurn.secondOpening(text, open, i) : -1;
                boolean spoken = open == turned || second >= 0 || tellsAChange(text, open, i);
                turned = second >= 0 ? second : turned;
                if (i - open <= MAX_LENGTH && !spoken) {
                    Arrays.fill(quoted, openedAt[closing], i + 1, true);
                }
                openedAt[closing] = -1;
            }
        }
        return quoted;
    }

    /** “审批时间由20天缩短到5天” is quoted but no name. */
    private static boolean tellsAChange(String text, int from, int to) {
        if (to - from > MAX_LENGTH || text.charAt(from) != '“' || ChangeVerbs.fromMarker(text, from, to) < 0) {
            return false;
        }
        ChangeVerbs.Found verb = ChangeVerbs.lastIn(text, from, to);
        return verb != null && verb.toNew();
    }
}
