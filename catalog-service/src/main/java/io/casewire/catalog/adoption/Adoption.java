package io.casewire.catalog.adoption;

import io.casewire.contracts.event.ObligationEvent.Level;

/**
 * How far a case was adopted, as replication's statistics count it: by regions that are to adopt it, those of origin aside.
 *
 * @param level of all regions counted: the highest there is, so that regions and their parts are never added up
 * @param percent of {@code denominator}, a whole number rounded down, 0 to 100
 * @param numerator regions that adopted it, whole or in part
 * @param denominator regions heard from to which it applies
 * @param inScope all that are to adopt it, silent ones too
 */
public record Adoption(Level level, int percent, long numerator, long denominator, long inScope) {
    private static final int WHOLE = 100;

    Adoption(Level level, long numerator, long denominator, long inScope) {
        this(level, (int) (WHOLE * numerator / denominator), numerator, denominator, inScope);
    }
}
