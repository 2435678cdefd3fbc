package io.casewire.parsing.head;

import io.casewire.parsing.layout.Paragraph;
import io.casewire.parsing.outline.Ordinals;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates of signature: {@code 2023年11月14日}, {@code 二〇二三年十一月十四日}, {@code 2021-01-19}. */
final class Dates {
    private static final Pattern CHINESE = Pattern.compile("(?<year>[^年]{4})年(?<month>[^月]{1,3})月(?<day>[^日]{1,3})日");
    private static final Pattern NUMERIC =
            Pattern.compile("(?<year>[0-9]{4})([-/.])(?<month>[0-9]{1,2})\\2(?<day>[0-9]{1,2})");

    private Dates() {}

    /** The date a text begins with, in ISO form; null if it begins with none. */
    static @Nullable String read(String text) {
        String compact = text.replace(" ", "");
        Matcher chinese = CHINESE.matcher(compact);
        if (chinese.lookingAt()) {
            return iso(chinese);
        }
        Matcher numeric = NUMERIC.matcher(compact);
        return numeric.lookingAt() ? iso(numeric) : null;
    }

    /** Whether the whole text is a date and nothing else. */
    static boolean isDate(String text) {
        Matcher chinese = CHINESE.matcher(text.replace(" ", ""));
        return chinese.matches() && iso(chinese) != null;
    }

    /** The date that stands in brackets of its own below a title, in ISO form; null where none does. */
    static @Nullable String inBrackets(List<Paragraph> head) {
        for (Paragraph paragraph : head) {
            String line = paragraph.text();
            if (line.startsWith("（") && line.endsWith("）") && isDate(line.substring(1, line.length() - 1))) {
                return read(line.substring(1, line.length() - 1));
            }
        }
        return null;
    }

    private static @Nullable String iso(Matcher date) {
        return iso(year(date.group("year")), number(date.group("month")), number(date.group("day")));
    }

    private static int year(String text) {
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int digit = c == '〇' || c == '零' || c == '○' || c == 'O' ? 0 : number(String.valueOf(c));
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static int number(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9') ? Integer.parseInt(text) : Ordinals.han(text);
    }

    private static @Nullable String iso(int year, int month, int day) {
        if (year < 1949 || year > 2200 || month < 1 || month > 12 || day < 1 || day > 31) {
            return null;
        }
        return "%04d-%02d-%02d".formatted(year, month, day);
    }
}
