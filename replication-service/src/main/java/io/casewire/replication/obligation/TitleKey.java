package io.casewire.replication.obligation;

import java.text.Normalizer;
import java.util.Locale;

/** A title without what writers vary: width, case, spaces, punctuation and quotation marks. */
public final class TitleKey {
    private TitleKey() {}

    /** The key of that title; empty for one of punctuation only. */
    public static String of(String title) {
        String folded = Normalizer.normalize(title, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder key = new StringBuilder(folded.length());
        folded.codePoints().filter(Character::isLetterOrDigit).forEach(key::appendCodePoint);
        return key.toString();
    }
}
