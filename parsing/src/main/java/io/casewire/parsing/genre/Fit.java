package io.casewire.parsing.genre;

/**
 * How surely a document is of a genre.
 *
 * @param score 0 for not at all, 100 for beyond doubt; the facade wants at least 50
 * @param reason what was seen, for the parse report
 */
public record Fit(int score, String reason) {
    /** Nothing speaks for it. */
    public static final Fit NONE = new Fit(0, "");
}
