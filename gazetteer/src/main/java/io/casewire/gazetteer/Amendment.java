package io.casewire.gazetteer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of an operator's tables: what they add to the built-in ones, or say otherwise. Rows are added and withdrawn, not taken away, so
 * all of them together are the history of the data.
 *
 * @param of id of the zone, area or set it speaks of
 * @param member code of whoever belongs to the set by it; null unless it is a {@link Kind#MEMBER}
 * @param validity from when to when it holds
 * @param recorded the day on which the operator wrote it down
 * @param source what says so: a number (文号) or a sentence
 * @param reason in the operator's words
 * @param withdrawn from which day it no longer counts; null while it does
 */
public record Amendment(
        Kind kind,
        String of,
        @Nullable String member,
        Validity validity,
        LocalDate recorded,
        String source,
        String reason,
        @Nullable LocalDate withdrawn) {
    /** What a row speaks of. */
    public enum Kind {
        ZONE,
        AREA,
        SET,
        MEMBER
    }

    /** Whether it counts. */
    public boolean stands() {
        return withdrawn == null;
    }
}
