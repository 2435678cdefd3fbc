package io.casewire.parsing.field.deadline;

import io.casewire.parsing.field.numeral.Numerals;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time limit counted from the day the document is issued: 印发之日起3个月内, 发布后30日内. Limits counted from other events
 * (受理之日起5个工作日内) are rules, not deadlines of the plan.
 *
 * @param date null where the day of issue is not known or working days are counted
 * @param start index of its first character
 * @param end index after its last
 */
record SpanFromIssue(@Nullable LocalDate date, int start, int end) {
    private static final List<String> EVENTS = List.of("印发", "发布", "公布", "下发");
    private static final List<String> LINKS = List.of("之日起", "之日", "之后", "后", "起");
    private static final int MAX_NUMBER_LENGTH = 4;

    /** The first in a text; null where there is none. */
    static @Nullable SpanFromIssue in(String text, @Nullable LocalDate issuedOn) {
        for (int at = text.indexOf('内'); at > 0; at = text.indexOf('内', at + 1)) {
            SpanFromIssue span = endingAt(text, at, issuedOn);
            if (span != null) {
                return span;
            }
        }
        return null;
    }

    private static @Nullable SpanFromIssue endingAt(String text, int inside, @Nullable LocalDate issuedOn) {
        Unit unit = Unit.endingAt(text, inside);
        if (unit == null) {
            return null;
        }
        int numberEnd = inside - unit.printed.length();
        int number = numberEnd;
        while (number > 0 && numberEnd - number < MAX_NUMBER_LENGTH && isNumeral(text.charAt(number - 1))) {
            number--;
        }
        int count = number == numberEnd
                ? 0
                : Numerals.parseInt(text.substring(number, numberEnd)).orElse(0);
        if (count <= 0) {
            return null;
        }
        for (String event : EVENTS) {
            for (String link : LINKS) {
                int start = number - event.length() - link.length();
                if (start >= 0 && text.startsWith(event + link, start)) {
                    return new SpanFromIssue(issuedOn == null ? null : unit.after(issuedOn, count), start, inside + 1);
                }
            }
        }
        return null;
    }

    private static boolean isNumeral(char c) {
        return Numerals.isDigit(c) || Numerals.isChinese(c);
    }

    private enum Unit {
        WORKING_DAYS("个工作日"),
        MONTHS("个月"),
        DAYS("日"),
        CALENDAR_DAYS("天"),
        WEEKS("周"),
        YEARS("年");

        private final String printed;

        Unit(String printed) {
            this.printed = printed;
        }

        static @Nullable Unit endingAt(String text, int end) {
            for (Unit unit : values()) {
                if (text.startsWith(unit.printed, end - unit.printed.length())) {
                    return unit;
                }
            }
            return null;
        }

        @Nullable
        LocalDate after(LocalDate day, int count) {
            return switch (this) {
                // holidays are not the parser's knowledge
                case WORKING_DAYS -> null;
                case MONTHS -> day.plusMonths(count);
                case DAYS, CALENDAR_DAYS -> day.plusDays(count);
                case WEEKS -> day.plusWeeks(count);
                case YEARS -> day.plusYears(count);
            };
        }
    }
}
