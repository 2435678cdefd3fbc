package io.casewire.parsing.casefile;

import org.jspecify.annotations.Nullable;

/** Lists that a text counts when it first names them (A、B等8个区域) and later only by their count. */
final class Enumerations {
    private static final int MAX_LIST_LENGTH = 200;

    private Enumerations() {}

    /** The list that ends in 等 and the count {@code scope} begins with; null where the text has none. */
    static @Nullable String placesCounted(String text, String scope) {
        int digits = 0;
        while (digits < scope.length() && Character.isDigit(scope.charAt(digits))) {
            digits++;
        }
        if (digits == 0 || digits >= scope.length() || scope.charAt(digits) != '个') {
            return null;
        }
        int at = text.indexOf("等" + scope.substring(0, digits + 1));
        if (at < 0) {
            return null;
        }
        int from = at;
        while (from > 0 && at - from < MAX_LIST_LENGTH && "，。；：\n".indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        return text.substring(from, at);
    }
}
