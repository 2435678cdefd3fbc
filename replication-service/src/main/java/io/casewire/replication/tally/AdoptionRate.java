package io.casewire.replication.tally;

import io.casewire.contracts.event.ObligationEvent.Level;
import org.jspecify.annotations.Nullable;

/**
 * How far an adoption has come, with what it is a share of. Regions nobody has heard from are neither yes nor no: they
 * count in the coverage, not in the rate.
 *
 * @param level of the regions counted; null where regions of several levels are counted together
 * @param inScope obligations of regions that are to adopt
 * @param unknown of those, nobody has said anything
 * @param open reported on and not closed
 * @param adopted closed as adopted
 * @param partial closed as adopted in part
 * @param notApplicable closed as not applicable
 * @param superseded closed because a later instrument took the place
 * @param numerator {@code adopted + partial}
 * @param denominator those heard from, without {@code notApplicable} and {@code superseded}
 * @param rate numerator by denominator, 0 to 1, four decimals; null where the denominator is 0
 * @param known those heard from
 * @param coverage known by inScope, 0 to 1, four decimals; null where none is in scope
 * @param confirmedShare numerator by all in scope to whom it applies, the unknown included: the rate at its least; null
 *     where there are none
 * @param evidenced of those unknown or not started, a document says that they adopted; in no numerator, as nobody closed them
 */
public record AdoptionRate(
        @Nullable Level level,
        long inScope,
        long unknown,
        long open,
        long adopted,
        long partial,
        long notApplicable,
        long superseded,
        long numerator,
        long denominator,
        @Nullable Double rate,
        long known,
        @Nullable Double coverage,
        @Nullable Double confirmedShare,
        long evidenced) {

    static AdoptionRate of(
            long unknown, long open, long adopted, long partial, long notApplicable, long superseded, long evidenced) {
        long known = open + adopted + partial + notApplicable + superseded;
        long inScope = unknown + known;
        long numerator = adopted + partial;
        long denominator = numerator + open;
        return new AdoptionRate(
                null,
                inScope,
                unknown,
                open,
                adopted,
                partial,
                notApplicable,
                superseded,
                numerator,
                denominator,
                share(numerator, denominator),
                known,
                share(known, inScope),
                share(numerator, denominator + unknown),
                evidenced);
    }

    /** The same as one of regions of that level only. */
    public AdoptionRate at(Level counted) {
        return new AdoptionRate(
                counted,
                inScope,
                unknown,
                open,
                adopted,
                partial,
                notApplicable,
                superseded,
                numerator,
                denominator,
                rate,
                known,
                coverage,
                confirmedShare,
                evidenced);
    }

    private static @Nullable Double share(long part, long whole) {
        return whole == 0 ? null : Math.round(10_000.0 * part / whole) / 10_000.0;
    }
}
