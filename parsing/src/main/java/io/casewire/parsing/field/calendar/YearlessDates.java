package io.casewire.parsing.field.calendar;

import io.casewire.parsing.field.numeral.Numerals;
import io.casewire.text.CharacterSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Dates that leave their year to the context: 12月底, 6月30日, 第三季度, 年底, 次年3月. */
final class YearlessDates {
    private static final List<String> NEXT_YEAR = List.of("次年", "明年", "翌年", "第二年");
    private static final List<String> SAME_YEAR = List.of("今年", "本年", "当年", "同年");
    /** What makes another year of it, a duration, or something that comes again. */
    private static final String OTHER_BEFORE = "每去前近满逐历两半整几多来昨";

    /** What such a date may begin with beside a numeral; nearly every character is told apart by it. */
    private static final CharacterSet BEGINNINGS = CharacterSet.of("次明翌第今本当同年上下前底末全");

    private YearlessDates() {}

    static boolean mayBegin(char c) {
        return isNumeral(c) || BEGINNINGS.contains(c);
    }

    /** The date beginning at {@code index}, in {@code year} unless the text says the next; null where none begins. */
    static @Nullable PrintedDate at(String text, int index, int year) {
        if (index >= text.length() || !mayBegin(text.charAt(index))) {
            return null;
        }
        char before = index == 0 ? ' ' : text.charAt(index - 1);
        if (isNumeral(before) || before == '.' || before == '年') {
            return null;
        }
        int at = index;
        int meant = year;
        for (String word : NEXT_YEAR) {
            if (text.startsWith(word, index)) {
                at = index + word.length();
                meant = year + 1;
            }
        }
        for (String word : SAME_YEAR) {
            at = text.startsWith(word, index) ? index + word.length() : at;
        }
        if (at > index) {
            // 次年底 is 次 and 年底
            PrintedDate named = dayOrPeriod(text, index, at, meant);
            return named != null ? named : dayOrPeriod(text, index, at - 1, meant);
        }
        return OTHER_BEFORE.indexOf(before) >= 0 ? null : dayOrPeriod(text, index, index, year);
    }

    private static @Nullable PrintedDate dayOrPeriod(String text, int start, int at, int year) {
        PrintedDate day = PrintedDates.monthAndDay(text, start, year, at);
        if (day != null) {
            return day;
        }
        if (text.startsWith("年内", at)) {
            return new PrintedDate(year, 12, null, false, start, at + 2);
        }
        char first = at < text.length() ? text.charAt(at) : ' ';
        return first == '底' || first == '末' ? null : PrintedDates.period(text, start, year, at);
    }

    private static boolean isNumeral(char c) {
        return Numerals.isDigit(c) || Numerals.isChinese(c);
    }
}
