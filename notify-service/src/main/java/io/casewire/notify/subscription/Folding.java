package io.casewire.notify.subscription;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How texts and query terms are made comparable: width and case do not matter, a run of white space is one space. */
public final class Folding {
    private Folding() {}

    /** The text in the form that terms are looked for in. */
    public static String fold(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(normal.length());
        boolean space = false;
        for (int i = 0; i < normal.length(); i++) {
            char c = normal.charAt(i);
            if (Character.isWhitespace(c)) {
                space = true;
                continue;
            }
            if (space && !folded.isEmpty()) {
                folded.append(' ');
            }
            space = false;
            folded.append(c);
        }
        return folded.toString();
    }

    /** The terms of a query, folded: what white space separates. */
    public static List<String> terms(String query) {
        return Arrays.stream(fold(query).split(" "))
                .filter(term -> !term.isEmpty())
                .distinct()
                .toList();
    }
}
