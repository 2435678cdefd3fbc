package io.casewire.catalog.adoption;

/**
 * How far a case was adopted, as replication's statistics count it: by regions that are to adopt it, those of origin aside.
 *
 * @param percent of {@code denominator}, a whole number rounded down, 0 to 100
 * @param numerator regions that adopted it, whole or in part
 * @param denominator regions heard from to which it applies
 * @param inScope all that are to adopt it, silent ones too
 */
public record Adoption(int percent, long numerator, long denominator, long inScope) {
    private static final int WHOLE = 100;

    Adoption(long numerator, long denominator, long inScope) {
        this((int) (WHOLE * numerator / denominator), numerator, denominator, inScope);
    }
}
