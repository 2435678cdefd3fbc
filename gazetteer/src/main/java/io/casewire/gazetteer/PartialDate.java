package io.casewire.gazetteer;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

/**
 * A date known to the day, the month or the year. What is asked “as of a day” counts it from {@link #first}, so a zone
 * founded in 2017-04 exists on the whole of 2017-04.
 *
 * @param first the earliest day it can be
 * @param last the latest day it can be
 */
public record PartialDate(LocalDate first, LocalDate last, Precision precision) {

    /** How much of the date is known. */
    public enum Precision {
        DAY,
        MONTH,
        YEAR
    }

    /** Reads {@code 2013-09-29}, {@code 2015-04} or {@code 2018}. */
    public static PartialDate parse(String text) {
        return switch (text.length()) {
            case 4 -> {
                var year = Year.parse(text);
                yield new PartialDate(year.atDay(1), year.atDay(year.length()), Precision.YEAR);
            }
            case 7 -> {
                var month = YearMonth.parse(text);
                yield new PartialDate(month.atDay(1), month.atEndOfMonth(), Precision.MONTH);
            }
            default -> {
                var day = LocalDate.parse(text);
                yield new PartialDate(day, day, Precision.DAY);
            }
        };
    }

    /** The form {@link #parse} reads. */
    @Override
    public String toString() {
        return switch (precision) {
            case DAY -> first.toString();
            case MONTH -> YearMonth.from(first).toString();
            case YEAR -> Year.from(first).toString();
        };
    }
}
