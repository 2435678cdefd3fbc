package io.casewire.parsing.genre.promotion;

import org.jspecify.annotations.Nullable;

/** Words over a list that say where it is to be replicated: 在全国范围内复制推广的改革事项. */
final class ScopeHeading {
    private static final int MAX_LENGTH = 40;
    private static final String[] VERBS = {"复制推广", "推广", "实施", "借鉴"};

    private ScopeHeading() {}

    /** The scope such words name ({@code 全国}); null where they name none. */
    static @Nullable String read(String words) {
        int in = words.indexOf('在');
        if (in < 0 || in > 2) {
            return null;
        }
        int verb = -1;
        for (String word : VERBS) {
            int at = words.indexOf(word, in);
            verb = at > 0 && (verb < 0 || at < verb) ? at : verb;
        }
        if (verb < 0 || verb - in > MAX_LENGTH) {
            return null;
        }
        String scope = words.substring(in + 1, verb);
        scope = without(without(scope, "内"), "范围");
        boolean place =
                !scope.isBlank() && scope.indexOf('，') < 0 && !scope.startsWith("特定") && !scope.startsWith("一定");
        return place ? scope.strip() : null;
    }

    private static String without(String text, String end) {
        return text.endsWith(end) && text.length() > end.length()
                ? text.substring(0, text.length() - end.length())
                : text;
    }
}
