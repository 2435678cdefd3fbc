package io.casewire.parsing.genre.chronicle;

import io.casewire.parsing.field.calendar.PrintedDate;
import io.casewire.parsing.field.calendar.PrintedDates;
import io.casewire.parsing.field.numeral.Numeral;
import io.casewire.parsing.field.numeral.Numerals;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A line that begins with a date.
 *
 * @param year of the date
 * @param date in ISO form at its printed precision
 * @param dateEnd last day of a span ({@code 7月26日-27日}); null for a single date
 * @param end where the words begin that it dates; the length of the text for a line of a date only
 * @param yearOnly whether it names a year and nothing else: a heading over the dates below
 */
record DatedLine(int year, String date, @Nullable String dateEnd, int end, boolean yearOnly) {
    private static final String BULLETS = "•·●■◆▪○◎★☆-*–—>　 \t";
    private static final String SPAN = "-—–－~～至到";
    /** A news agency's line puts its name before the date. */
    private static final int MAX_DATELINE_LENGTH = 12;

    /**
     * Reads the date a line begins with.
     *
     * @param knownYear the year of dates that print none; 0 where it is not known
     * @return null where the line does not begin with a date
     */
    static @Nullable DatedLine of(String text, int knownYear) {
        int start = 0;
        while (start < text.length() && BULLETS.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        int at = dateStart(text, start);
        PrintedDate date = at < 0 ? null : PrintedDates.at(text, at);
        if (date != null) {
            return withSpan(text, date);
        }
        return at < 0 || knownYear == 0 ? null : withoutYear(text, at, knownYear);
    }

    /**
     * Reads a line that begins with a day of a month named above ({@code 18日至19日，举办推介会}).
     *
     * @return null where it does not
     */
    static @Nullable DatedLine ofDay(String text, int year, int month) {
        int start = 0;
        while (start < text.length() && BULLETS.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        DatedLine day = spanEnd(text, start, year, month);
        if (day == null
                || !text.substring(start, day.end).endsWith("日")
                || text.substring(start, day.end).contains("月")) {
            return null;
        }
        int at = skipBlanks(text, day.end);
        if (at < text.length() && SPAN.indexOf(text.charAt(at)) >= 0) {
            DatedLine last = spanEnd(text, skipBlanks(text, at + 1), year, month);
            if (last != null) {
                return new DatedLine(year, day.date, last.date, textStart(text, last.end), false);
            }
        }
        return new DatedLine(year, day.date, null, textStart(text, day.end), false);
    }

    /** The month of the date; 0 where only the year is known. */
    int month() {
        return date.length() < 7 ? 0 : Integer.parseInt(date, 5, 7, 10);
    }

    private static int dateStart(String text, int start) {
        if (start < text.length() && Numerals.isDigit(text.charAt(start))) {
            return start;
        }
        if (PrintedDates.at(text, start) != null) {
            return start;
        }
        int at = start;
        while (at < text.length() && at - start <= MAX_DATELINE_LENGTH && !Numerals.isDigit(text.charAt(at))) {
            at++;
        }
        boolean agency = text.substring(start, Math.min(at, text.length())).contains("社");
        return agency && at < text.length() && Numerals.isDigit(text.charAt(at)) ? at : -1;
    }

    private static DatedLine withSpan(String text, PrintedDate date) {
        DatedLine days = date.day() == null && date.monthNamed() ? spanOfDays(text, date) : null;
        if (days != null) {
            return days;
        }
        int at = skipBlanks(text, date.end());
        if (at < text.length() && SPAN.indexOf(text.charAt(at)) >= 0) {
            int next = at;
            while (next < text.length() && SPAN.indexOf(text.charAt(next)) >= 0) {
                next++;
            }
            DatedLine end = spanEnd(text, skipBlanks(text, next), date.year(), date.month());
            if (end != null) {
                return new DatedLine(date.year(), date.iso(), end.date, textStart(text, end.end), false);
            }
        }
        return new DatedLine(date.year(), date.iso(), null, textStart(text, date.end()), date.month() == null);
    }

    /** 11月5—10日: both days stand before one 日. */
    private static @Nullable DatedLine spanOfDays(String text, PrintedDate date) {
        Numeral first = Numerals.at(text, skipBlanks(text, date.end()));
        int at = first == null ? text.length() : skipBlanks(text, first.end());
        if (first == null || at >= text.length() || SPAN.indexOf(text.charAt(at)) < 0 || date.month() == null) {
            return null;
        }
        DatedLine end = spanEnd(text, skipBlanks(text, at + 1), date.year(), date.month());
        int day = first.value().intValue();
        if (end == null
                || day < 1
                || day > YearMonth.of(date.year(), date.month()).lengthOfMonth()) {
            return null;
        }
        String iso = "%04d-%02d-%02d".formatted(date.year(), date.month(), day);
        return new DatedLine(date.year(), iso, end.date, textStart(text, end.end), false);
    }

    /** What ends a span: 27日, 8月2日, 2023年8月2日. */
    private static @Nullable DatedLine spanEnd(String text, int at, int year, @Nullable Integer month) {
        PrintedDate whole = PrintedDates.at(text, at);
        if (whole != null) {
            return new DatedLine(whole.year(), whole.iso(), null, whole.end(), false);
        }
        DatedLine monthAndDay = withoutYear(text, at, year);
        if (monthAndDay != null) {
            return monthAndDay;
        }
        Numeral day = Numerals.at(text, at);
        if (day == null || month == null || !text.startsWith("日", skipBlanks(text, day.end()))) {
            return null;
        }
        int value = day.value().intValue();
        return value < 1 || value > YearMonth.of(year, month).lengthOfMonth()
                ? null
                : new DatedLine(
                        year,
                        "%04d-%02d-%02d".formatted(year, month, value),
                        null,
                        skipBlanks(text, day.end()) + 1,
                        false);
    }

    private static @Nullable DatedLine withoutYear(String text, int at, int year) {
        Numeral month = Numerals.at(text, at);
        int monthEnd = month == null ? at : skipBlanks(text, month.end());
        if (month == null
                || !text.startsWith("月", monthEnd)
                || month.value().intValue() < 1
                || month.value().intValue() > 12) {
            return null;
        }
        // the year is known: read on as if it stood here
        String whole = year + "年" + text.substring(at, Math.min(text.length(), at + 12));
        PrintedDate date = PrintedDates.at(whole, 0);
        if (date == null || date.month() == null) {
            return null;
        }
        PrintedDate moved =
                new PrintedDate(date.year(), date.month(), date.day(), date.monthNamed(), at, at + date.end() - 5);
        return withSpan(text, moved);
    }

    private static int textStart(String text, int dateEnd) {
        int at = dateEnd;
        while (at < text.length() && "电讯，,：:、 　\t|】）)".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static int skipBlanks(String text, int index) {
        int at = index;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '　')) {
            at++;
        }
        return at;
    }
}
