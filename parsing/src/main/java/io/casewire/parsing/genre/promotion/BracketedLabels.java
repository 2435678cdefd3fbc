package io.casewire.parsing.genre.promotion;

import io.casewire.parsing.table.Column;

/** Labels that stand in brackets behind a title or a text: （牵头部门：甲，配合部门：乙；推广范围：全国）. */
final class BracketedLabels {
    private static final int MAX_LABEL_LENGTH = 10;
    private static final int MAX_BRACKET_LENGTH = 400;

    private BracketedLabels() {}

    /** The text with such brackets taken out of it and their labels put behind it, each on a line of its own. */
    static String last(String text) {
        StringBuilder kept = new StringBuilder();
        StringBuilder labels = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int close = text.charAt(at) == '（' && labelAt(text, at + 1) ? closing(text, at) : -1;
            if (close < 0) {
                kept.append(text.charAt(at));
                at++;
                continue;
            }
            for (int i = at + 1; i < close; i++) {
                boolean divides = "，；".indexOf(text.charAt(i)) >= 0 && labelAt(text, i + 1);
                boolean begins = i == at + 1;
                labels.append(begins || divides ? "\n" : "").append(divides ? "" : text.charAt(i));
            }
            at = close + 1;
        }
        return labels.isEmpty() ? text : kept.toString().strip() + labels;
    }

    private static boolean labelAt(String text, int from) {
        int end = Math.min(text.length(), from + MAX_LABEL_LENGTH + 1);
        int colon = from < end ? text.indexOf('：', from, end) : -1;
        return colon > from
                && Column.ofHeader(text.substring(from, colon))
                        .filter(column -> switch (column) {
                            case LEAD_UNIT, SUPPORTING_UNIT, ORIGIN_UNIT, ORIGIN_ZONE, SCOPE, DEADLINE -> true;
                            default -> false;
                        })
                        .isPresent();
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length() && i - open <= MAX_BRACKET_LENGTH; i++) {
            depth += text.charAt(i) == '（' ? 1 : 0;
            depth -= text.charAt(i) == '）' ? 1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
