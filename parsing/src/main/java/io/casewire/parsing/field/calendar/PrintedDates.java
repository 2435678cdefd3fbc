package io.casewire.parsing.field.calendar;

import io.casewire.parsing.field.numeral.Numerals;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds dates: 2023年11月14日, 2023年8月底, 2022年年底, 2025年一季度, 二〇二三年五月, 2023-11-14, 2023.8.
 */
public final class PrintedDates {
    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2099;

    private static final List<Period> PERIODS = List.of(
            new Period(12, List.of("年底", "年末", "底", "末", "全年", "下半年")),
            new Period(6, List.of("上半年")),
            new Period(3, List.of("一季度", "第一季度", "1季度", "第1季度")),
            new Period(6, List.of("二季度", "第二季度", "2季度", "第2季度")),
            new Period(9, List.of("三季度", "第三季度", "3季度", "第3季度", "前三季度")),
            new Period(12, List.of("四季度", "第四季度", "4季度", "第4季度")));

    private PrintedDates() {}

    /** Every date of the text, in order, none inside another. */
    public static List<PrintedDate> in(String text) {
        List<PrintedDate> dates = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            PrintedDate date = at(text, at);
            if (date != null) {
                dates.add(date);
                at = date.end();
            } else {
                at++;
            }
        }
        return List.copyOf(dates);
    }

    /**
     * Every date of the text, also those that leave out their year: it is that of the date before them, else {@code year}.
     *
     * @param year the one the text is about; null where that is not known
     */
    public static List<PrintedDate> in(String text, @Nullable Integer year) {
        List<PrintedDate> dates = new ArrayList<>();
        Integer known = year;
        int at = 0;
        while (at < text.length()) {
            PrintedDate date = at(text, at);
            if (date == null && known != null) {
                date = YearlessDates.at(text, at, known);
            }
            if (date != null) {
                dates.add(date);
                known = date.year();
                at = date.end();
            } else {
                at++;
            }
        }
        return List.copyOf(dates);
    }

    /** False for a character that no date begins with, be it without its year. */
    public static boolean mayBegin(char c) {
        return YearlessDates.mayBegin(c);
    }

    /** Whether a date begins at {@code index}, be it without its year. */
    public static boolean beginsAt(String text, int index, int year) {
        return at(text, index) != null || YearlessDates.at(text, index, year) != null;
    }

    /** The date beginning at {@code index}; null where none begins, or where a longer number only ends there. */
    public static @Nullable PrintedDate at(String text, int index) {
        char c = index < text.length() ? text.charAt(index) : ' ';
        boolean digit = Numerals.isDigit(c);
        if (!digit && c != '二' && c != '一') {
            return null;
        }
        if (index > 0
                && (digit ? Numerals.isDigit(text.charAt(index - 1)) : Numerals.isChinese(text.charAt(index - 1)))) {
            return null;
        }
        int year = year(text, index);
        if (year < 0) {
            return null;
        }
        int at = skipSpaces(text, index + 4);
        if (at >= text.length()) {
            return null;
        }
        char separator = text.charAt(at);
        if (separator == '年') {
            return afterYear(text, index, year, at + 1);
        }
        return digit && at == index + 4 ? withSeparators(text, index, year, separator) : null;
    }

    private static PrintedDate afterYear(String text, int start, int year, int afterYear) {
        int at = skipSpaces(text, afterYear);
        PrintedDate period = period(text, start, year, at);
        if (period != null) {
            return period;
        }
        PrintedDate day = monthAndDay(text, start, year, at);
        return day != null ? day : new PrintedDate(year, null, null, false, start, afterYear);
    }

    /** A month, with its day where one follows; null where {@code at} is none. */
    static @Nullable PrintedDate monthAndDay(String text, int start, int year, int at) {
        Integer month = small(text, at, 12);
        int monthEnd = skipSpaces(text, endOfSmall(text, at));
        PrintedDate months = month == null ? null : monthsFrom(text, start, year, month, monthEnd);
        if (months != null) {
            return months;
        }
        if (month == null || !text.startsWith("月", monthEnd)) {
            return null;
        }
        PrintedDate span = monthsFrom(text, start, year, month, monthEnd + 1);
        if (span != null) {
            return span;
        }
        int afterMonth = monthEnd + 1;
        int dayAt = skipSpaces(text, afterMonth);
        Integer day = small(text, dayAt, YearMonth.of(year, month).lengthOfMonth());
        int dayEnd = skipSpaces(text, endOfSmall(text, dayAt));
        if (day != null && (text.startsWith("日", dayEnd) || text.startsWith("号", dayEnd))) {
            return new PrintedDate(year, month, day, true, start, dayEnd + 1);
        }
        return new PrintedDate(year, month, null, true, start, afterPart(text, afterMonth));
    }

    /** 1月至9月, 1—9月: the last month is what the date speaks of. */
    private static @Nullable PrintedDate monthsFrom(String text, int start, int year, int first, int at) {
        if (at >= text.length() || "至到-—–~～".indexOf(text.charAt(at)) < 0) {
            return null;
        }
        int next = at + 1 < text.length() && text.charAt(at + 1) == text.charAt(at) ? at + 2 : at + 1;
        Integer last = small(text, next, 12);
        int end = endOfSmall(text, next);
        return last != null && last > first && text.startsWith("月", end) && !Numerals.isDigit(charAt(text, end + 1))
                ? new PrintedDate(year, last, null, true, start, end + 1)
                : null;
    }

    private static char charAt(String text, int index) {
        return index < text.length() ? text.charAt(index) : ' ';
    }

    /** 年底, 上半年, 一季度, 第四季度 and the like. */
    static @Nullable PrintedDate period(String text, int start, int year, int at) {
        for (Period period : PERIODS) {
            for (String name : period.names()) {
                if (text.startsWith(name, at)) {
                    return new PrintedDate(
                            year, period.lastMonth(), null, false, start, afterPart(text, at + name.length()));
                }
            }
        }
        return null;
    }

    /** 底 and 末 after a month or a period add nothing to its last day. */
    private static int afterPart(String text, int at) {
        return text.startsWith("底", at) || text.startsWith("末", at) ? at + 1 : at;
    }

    private static @Nullable PrintedDate withSeparators(String text, int start, int year, char separator) {
        if (separator != '-' && separator != '.' && separator != '/') {
            return null;
        }
        Integer month = small(text, start + 5, 12);
        int monthEnd = endOfSmall(text, start + 5);
        if (month == null || !Numerals.isDigit(text.charAt(start + 5))) {
            return null;
        }
        if (monthEnd < text.length() && text.charAt(monthEnd) == separator) {
            Integer day = small(text, monthEnd + 1, YearMonth.of(year, month).lengthOfMonth());
            int dayEnd = endOfSmall(text, monthEnd + 1);
            return day == null ? null : new PrintedDate(year, month, day, true, start, dayEnd);
        }
        // 2023.8 alone may as well be an amount; 2023-08 is not
        return separator == '-' && monthEnd == start + 7
                ? new PrintedDate(year, month, null, true, start, monthEnd)
                : null;
    }

    private static int year(String text, int index) {
        if (index + 4 > text.length()) {
            return -1;
        }
        boolean digits = Numerals.isDigit(text.charAt(index));
        int year = 0;
        for (int i = index; i < index + 4; i++) {
            char c = text.charAt(i);
            int digit = Numerals.digit(c);
            if (digit < 0 || Numerals.isDigit(c) != digits) {
                return -1;
            }
            year = year * 10 + digit;
        }
        boolean longer = index + 4 < text.length() && Numerals.isDigit(text.charAt(index + 4));
        return longer || year < FIRST_YEAR || year > LAST_YEAR ? -1 : year;
    }

    private static @Nullable Integer small(String text, int at, int highest) {
        int end = endOfSmall(text, at);
        if (end == at) {
            return null;
        }
        int value = Numerals.parseInt(text.substring(at, end)).orElse(0);
        return value >= 1 && value <= highest ? value : null;
    }

    private static int endOfSmall(String text, int at) {
        int end = at;
        boolean digits = at < text.length() && Numerals.isDigit(text.charAt(at));
        while (end < text.length()
                && end - at < 3
                && (digits ? Numerals.isDigit(text.charAt(end)) : Numerals.isChinese(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    private static int skipSpaces(String text, int index) {
        int at = index;
        while (at < text.length() && at - index < 3 && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    /** A part of a year that has a name. */
    private record Period(int lastMonth, List<String> names) {}
}
