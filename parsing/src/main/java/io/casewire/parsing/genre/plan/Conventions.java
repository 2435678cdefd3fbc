package io.casewire.parsing.genre.plan;

import io.casewire.parsing.field.deadline.Timeframe;
import io.casewire.parsing.field.responsibility.FirstUnit;

/**
 * What a plan says once and means throughout.
 *
 * @param firstUnit what the first of several units is
 * @param timeframe the time it plans for
 */
record Conventions(FirstUnit firstUnit, Timeframe timeframe) {
    /** The same in a part of the plan that may name a year of its own. */
    Conventions within(String heading) {
        return new Conventions(firstUnit, timeframe.within(heading));
    }
}
