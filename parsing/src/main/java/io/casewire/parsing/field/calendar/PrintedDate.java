package io.casewire.parsing.field.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A date found in a text.
 *
 * @param month 1 to 12; null where only the year is printed. 年底, a quarter or a half-year give their last month
 * @param day null where no day is printed
 * @param monthNamed whether the month was printed as a number; false for 年底, quarters and half-years
 * @param start index of its first character
 * @param end index after its last character, 底 and 末 included
 */
public record PrintedDate(
        int year, @Nullable Integer month, @Nullable Integer day, boolean monthNamed, int start, int end) {

    /** Day, month or year in ISO form, at the precision printed. */
    public String iso() {
        StringBuilder iso = new StringBuilder(10).append(year);
        appendPart(iso, month);
        appendPart(iso, day);
        return iso.toString();
    }

    private static void appendPart(StringBuilder iso, @Nullable Integer part) {
        if (part != null) {
            iso.append(part < 10 ? "-0" : "-").append(part.intValue());
        }
    }

    /** The last day that still belongs to it. */
    public LocalDate lastDay() {
        if (month == null) {
            return LocalDate.of(year, 12, 31);
        }
        return day == null ? YearMonth.of(year, month).atEndOfMonth() : LocalDate.of(year, month, day);
    }
}
