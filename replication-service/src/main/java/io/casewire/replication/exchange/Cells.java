package io.casewire.replication.exchange;

import io.casewire.replication.sheet.NumberText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands in cells: values as they are written, and as people write them. */
final class Cells {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final Pattern DAY = Pattern.compile(
            "([0-9]{4}) ?(?:年|[-/.]) ?([0-9]{1,2}) ?(?:月|[-/.]) ?([0-9]{1,2}) ?日?(?:[ T]0{1,2}:00(?::00)?)?");
    private static final Pattern COMPACT_DAY = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");
    private static final Pattern SERIAL = Pattern.compile("[0-9]{5}");
    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3})(?:\\.0+)?%?");
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;
    private static final int WHOLE = 100;
    private static final int FULL_WIDTH = 0xFEE0;

    private Cells() {}

    /** As a cell holds it: line ends as one, no blanks around; empty for null. */
    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case LocalDateTime time -> TIME.format(time);
            default -> tidy(Objects.toString(value));
        };
    }

    /** A text with its line ends as one and without blanks around. */
    static String tidy(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    /** A text for comparison with a word: without any blanks, in half width. */
    static String compact(String text) {
        return halfWidth(text).replace(" ", "");
    }

    /** In half width, with one kind of blank and none around. */
    private static String halfWidth(String text) {
        StringBuilder half = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '！' && c <= '～') {
                half.append((char) (c - FULL_WIDTH));
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                half.append(' ');
            } else if (c != '\uFEFF' && c != '\u200B') {
                half.append(c);
            }
        }
        return half.toString().strip();
    }

    /** A day as people write it, or the serial number a cell without a format shows; empty for anything else. */
    static Optional<LocalDate> day(String text, boolean since1904) {
        String compact = halfWidth(text);
        if (SERIAL.matcher(compact).matches()) {
            return NumberText.day(Integer.parseInt(compact), since1904).filter(Cells::isOfThisAge);
        }
        Matcher day = DAY.matcher(compact);
        Matcher short8 = COMPACT_DAY.matcher(compact);
        if (day.matches()) {
            return day(day);
        }
        return short8.matches() ? day(short8) : Optional.empty();
    }

    private static Optional<LocalDate> day(Matcher parts) {
        try {
            return Optional.of(LocalDate.of(
                            Integer.parseInt(parts.group(1)),
                            Integer.parseInt(parts.group(2)),
                            Integer.parseInt(parts.group(3))))
                    .filter(Cells::isOfThisAge);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isOfThisAge(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }

    /** A whole number from 0 to 100, with or without its sign; empty for anything else. */
    static Optional<Integer> percent(String text) {
        Matcher matcher = PERCENT.matcher(compact(text));
        return matcher.matches()
                ? Optional.of(Integer.valueOf(matcher.group(1))).filter(number -> number <= WHOLE)
                : Optional.empty();
    }
}
