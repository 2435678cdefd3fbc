package io.casewire.parsing.outline;

import io.casewire.text.CharacterSet;
import io.casewire.text.Endings;
import org.jspecify.annotations.Nullable;

/**
 * The ordinal a part begins with.
 *
 * @param number as printed, 1 for 一
 * @param end offset right after the marker and the blanks that follow it
 */
public record Marker(Style style, int number, int end) {

    private static final CharacterSet HAN_MARKS = CharacterSet.of("、．.是");
    private static final CharacterSet YEAR_RANGE = CharacterSet.of("—-–~～至到");
    private static final CharacterSet MONTH_PARTS = CharacterSet.of("底末初上中下前内");
    private static final CharacterSet NAMED_MARKS = CharacterSet.of("：:、");
    /** What plans number by name; cases have {@link CaseNumber}. */
    private static final Endings NAMES = Endings.of("任务", "行动", "工程", "举措", "改革事项");

    private static final int MAX_NAME_LENGTH = 6;

    /** The marker {@code text} begins with; null if it begins with none. */
    public static @Nullable Marker read(CharSequence text) {
        return readAt(text, 0);
    }

    /** The marker that stands at {@code from}; null if none does. Offsets count from the start of {@code text}. */
    public static @Nullable Marker readAt(CharSequence text, int from) {
        int at = skipBlanks(text, from);
        if (at >= text.length()) {
            return null;
        }
        char c = text.charAt(at);
        if (c == '（' || c == '(') {
            return inParentheses(text, at + 1);
        }
        if (c >= '0' && c <= '9') {
            return arabic(text, at);
        }
        int circled = Ordinals.circled(c);
        if (circled > 0) {
            return new Marker(Style.CIRCLED, circled, skipBlanks(text, at + 1));
        }
        if (c == '第') {
            return chapter(text, at + 1);
        }
        return Ordinals.isHanNumeral(c) ? han(text, at) : named(text, at);
    }

    /** 任务一：, 重点任务2：, 专项行动三、: the name of what is numbered stands before its number. */
    private static @Nullable Marker named(CharSequence text, int from) {
        int digits = from;
        while (digits < text.length() && digits - from <= MAX_NAME_LENGTH && !isNumeral(text.charAt(digits))) {
            digits++;
        }
        if (digits - from > MAX_NAME_LENGTH || digits >= text.length()) {
            return null;
        }
        String name = text.subSequence(from, digits).toString().stripTrailing();
        if (!NAMES.areAtEnd(name, 0, name.length())) {
            return null;
        }
        int end = digits;
        while (end < text.length() && isNumeral(text.charAt(end))) {
            end++;
        }
        int mark = skipBlanks(text, end);
        int number = mark < text.length() && NAMED_MARKS.contains(text.charAt(mark))
                ? Ordinals.ofCell(text.subSequence(digits, end).toString())
                : -1;
        return number <= 0 ? null : new Marker(Style.NAMED, number, skipBlanks(text, mark + 1));
    }

    private static @Nullable Marker inParentheses(CharSequence text, int from) {
        int at = skipBlanks(text, from);
        int hanEnd = Ordinals.endOfHan(text, at);
        int end = hanEnd;
        while (end < text.length() && isDigit(text.charAt(end)) && end - at < 4) {
            end++;
        }
        if (end == at || (hanEnd > at && end > hanEnd)) {
            return null;
        }
        int close = skipBlanks(text, end);
        if (close >= text.length() || (text.charAt(close) != '）' && text.charAt(close) != ')')) {
            return null;
        }
        boolean isHan = hanEnd > at;
        int number = isHan ? Ordinals.han(text.subSequence(at, end)) : Integer.parseInt(text, at, end, 10);
        if (number <= 0) {
            return null;
        }
        return new Marker(isHan ? Style.HAN_PAREN : Style.ARABIC_PAREN, number, skipBlanks(text, close + 1));
    }

    private static @Nullable Marker arabic(CharSequence text, int at) {
        int end = at;
        while (end < text.length() && isDigit(text.charAt(end)) && end - at < 4) {
            end++;
        }
        int point = skipBlanks(text, end);
        if (point >= text.length() || end - at > 3) {
            return null;
        }
        int number = Integer.parseInt(text, at, end, 10);
        char mark = text.charAt(point);
        if (number == 0) {
            return null;
        }
        if (mark == '）' || mark == ')') {
            return new Marker(Style.ARABIC_PAREN, number, skipBlanks(text, point + 1));
        }
        if (mark != '.' && mark != '、' && mark != '．') {
            return null;
        }
        boolean decimal =
                mark == '.' && point + 1 < text.length() && isDigit(text.charAt(point + 1)) && !isDate(text, point + 1);
        return decimal ? null : new Marker(Style.ARABIC, number, skipBlanks(text, point + 1));
    }

    /** 2.2024年底前…, 3.6月底前…: no decimal counts years, and none counts a month's end. */
    private static boolean isDate(CharSequence text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end)) && end - from < 5) {
            end++;
        }
        int unit = skipBlanks(text, end);
        char next = unit < text.length() ? text.charAt(unit) : ' ';
        if (end - from == 4 && (text.charAt(from) == '1' || text.charAt(from) == '2')) {
            return next == '年' || (YEAR_RANGE.contains(next) && rangeOfYears(text, unit));
        }
        char behind = unit + 1 < text.length() ? text.charAt(unit + 1) : ' ';
        return end - from <= 2 && next == '月' && (MONTH_PARTS.contains(behind) || isDigit(behind));
    }

    /** 2024—2026年, 2024-2026年. */
    private static boolean rangeOfYears(CharSequence text, int dash) {
        int at = dash;
        while (at < text.length() && YEAR_RANGE.contains(text.charAt(at))) {
            at++;
        }
        int end = at;
        while (end < text.length() && isDigit(text.charAt(end)) && end - at < 5) {
            end++;
        }
        return end - at == 4 && end < text.length() && text.charAt(end) == '年';
    }

    private static @Nullable Marker chapter(CharSequence text, int from) {
        int end = Ordinals.endOfHan(text, from);
        int number = end > from ? Ordinals.han(text.subSequence(from, end)) : -1;
        if (number <= 0 || end >= text.length()) {
            return null;
        }
        char unit = text.charAt(end);
        if (unit == '章' || unit == '篇' || unit == '节') {
            return new Marker(Style.CHAPTER, number, skipBlanks(text, end + 1));
        }
        if (unit == '项' && end + 1 < text.length() && "：、:. 　".indexOf(text.charAt(end + 1)) >= 0) {
            return new Marker(Style.HAN, number, skipBlanks(text, end + 2));
        }
        if (unit == '部' && end + 1 < text.length() && text.charAt(end + 1) == '分') {
            return new Marker(Style.CHAPTER, number, skipBlanks(text, end + 2));
        }
        return null;
    }

    private static @Nullable Marker han(CharSequence text, int at) {
        int end = Ordinals.endOfHan(text, at);
        int mark = skipBlanks(text, end);
        if (mark >= text.length() || !HAN_MARKS.contains(text.charAt(mark))) {
            return null;
        }
        int number = Ordinals.han(text.subSequence(at, end));
        if (number <= 0) {
            return null;
        }
        return switch (text.charAt(mark)) {
            case '、', '．', '.' -> new Marker(Style.HAN, number, skipBlanks(text, mark + 1));
            case '是' -> mark == end ? new Marker(Style.RUN_IN, number, skipBlanks(text, mark + 1)) : null;
            default -> null;
        };
    }

    private static boolean isNumeral(char c) {
        return isDigit(c) || Ordinals.isHanNumeral(c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int skipBlanks(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '　')) {
            at++;
        }
        return at;
    }
}
