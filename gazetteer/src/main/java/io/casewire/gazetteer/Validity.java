package io.casewire.gazetteer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A span of days, both ends included.
 *
 * @param from absent: since before the period this data covers (the first zone is of 2013)
 * @param to absent: still so
 */
public record Validity(@Nullable LocalDate from, @Nullable LocalDate to) {

    static final Validity ALWAYS = new Validity(null, null);

    public Validity {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("ends on " + to + ", before it starts on " + from);
        }
    }

    static Validity since(PartialDate from) {
        return new Validity(from.first(), null);
    }

    public boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
