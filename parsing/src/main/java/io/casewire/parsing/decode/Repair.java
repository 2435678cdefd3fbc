package io.casewire.parsing.decode;

import io.casewire.text.Blanks;
import io.casewire.text.Glyphs;
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

    /** The text as a reader sees it, unrepaired and on one line: without tags, entities resolved, a line break no more than a cut. */
    public static String printed(String text) {
        StringBuilder printed = new StringBuilder(text.length());
        for (String line : InlineMarkup.strip(text).split("\n", -1)) {
            String piece = line.strip();
            boolean words = !piece.isEmpty()
                    && !printed.isEmpty()
                    && Glyphs.isLatinOrDigit(piece.charAt(0))
                    && Glyphs.isLatinOrDigit(printed.charAt(printed.length() - 1));
            printed.append(words ? " " : "").append(piece);
        }
        return printed.toString();
    }
}
