package io.casewire.parsing.field.deadline;

import io.casewire.parsing.field.calendar.PrintedDate;
import io.casewire.parsing.field.calendar.PrintedDates;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document says of the time it plans for, so that 12月底前 is a day.
 *
 * @param year the one it is about; null where it names none or several
 * @param issuedOn null where its day is not printed
 */
public record Timeframe(@Nullable Integer year, @Nullable LocalDate issuedOn) {
    /** A date without a year stays without one. */
    public static final Timeframe UNKNOWN = new Timeframe(null, null);

    private static final List<String> YEAR_OF_ISSUE = List.of("今年", "本年", "年内", "明年");

    /**
     * @param title of the document; null where none is known
     * @param issuedOn ISO at its printed precision; null where none is known
     */
    public static Timeframe of(@Nullable String title, @Nullable String issuedOn) {
        return new Timeframe(title == null ? null : onlyYear(title), day(issuedOn));
    }

    /** The same inside a section of that heading, which may name a year of its own. */
    public Timeframe within(String heading) {
        Integer own = onlyYear(heading);
        return own == null ? this : new Timeframe(own, issuedOn);
    }

    /** The year that dates of the text mean when they name none; null where that is not known. */
    @Nullable
    Integer yearOf(String text) {
        if (year == null && issuedOn != null && YEAR_OF_ISSUE.stream().anyMatch(text::contains)) {
            return issuedOn.getYear();
        }
        return year;
    }

    /** The one year a heading names; null for none, for several, for 2023—2025年 and for an edition (2021年版). */
    private static @Nullable Integer onlyYear(String heading) {
        Integer only = null;
        for (PrintedDate date : PrintedDates.in(heading)) {
            boolean range = date.start() > 0 && "—-－–~～至到".indexOf(heading.charAt(date.start() - 1)) >= 0;
            if (range || heading.startsWith("版", date.end()) || (only != null && only != date.year())) {
                return null;
            }
            only = date.year();
        }
        return only;
    }

    private static @Nullable LocalDate day(@Nullable String issuedOn) {
        try {
            return issuedOn == null ? null : LocalDate.parse(issuedOn);
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
