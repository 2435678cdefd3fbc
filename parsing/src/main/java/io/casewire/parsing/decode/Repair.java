package io.casewire.parsing.decode;

import io.casewire.text.Blanks;
import io.casewire.text.Widths;

/** The repair of one stretch of text that needs no knowledge of its surroundings. */
public final class Repair {
    private Repair() {}

    /** The text without layout tags, letters, digits and punctuation in one width, blanks untouched. */
    public static String widths(String text) {
        return Widths.of(InlineMarkup.strip(text)).folded();
    }

    /**
     * Resolves layout tags and entities, folds widths, drops needless blanks. A paragraph break marked by tags
     * ({@code </p>}, {@code <br>}) becomes a line break. Doing it twice changes nothing.
     */
    public static String clean(String text) {
        Widths folded = Widths.of(InlineMarkup.strip(text));
        return folded.mayBeMisread()
                ? Blanks.tidy(Misread.decimals(Misread.digits(folded.folded()))).strip()
                : folded.tidied().strip();
    }
}
