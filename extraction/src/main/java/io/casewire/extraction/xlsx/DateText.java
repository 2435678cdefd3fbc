package io.casewire.extraction.xlsx;

import io.casewire.extraction.xlsx.FormatSection.Token;
import io.casewire.extraction.xlsx.FormatSection.Token.Digit;
import io.casewire.extraction.xlsx.FormatSection.Token.HalfDay;
import io.casewire.extraction.xlsx.FormatSection.Token.Literal;
import io.casewire.extraction.xlsx.FormatSection.Token.Part;
import io.casewire.extraction.xlsx.FormatSection.Token.Sign;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** Writes the day and time that a serial number stands for. */
final class DateText {
    private static final String WEEKDAYS = "一二三四五六日";
    private static final String AROUND_MONTHS = "年月/-.,， _";
    private static final int NAME = 3;
    private static final int NOON = 12;

    private final FormatSection section;
    private final LocalDateTime time;
    private final double serial;
    private final boolean halves;
    private final StringBuilder text = new StringBuilder();

    private DateText(FormatSection section, LocalDateTime time, double serial) {
        this.section = section;
        this.time = time;
        this.serial = serial;
        this.halves = section.tokens().stream().anyMatch(token -> token instanceof HalfDay);
    }

    /** The moment as the section writes it; the plain number where it is none. */
    static String print(FormatSection section, double serial, boolean from1904) {
        LocalDateTime time =
                DateUtil.isValidExcelDate(serial) ? DateUtil.getLocalDateTime(serial, from1904, true) : null;
        if (time == null) {
            return FormatCode.plain(serial);
        }
        return isMonth(section)
                ? time.getYear() + "年" + time.getMonthValue() + "月"
                : new DateText(section, time, serial).print();
    }

    /**
     * Whether only a year and a month are shown: {@code 2025/6} and {@code Jun-25} may be read as an amount or a day, so they are written
     * out. Chinese numerals already are.
     */
    private static boolean isMonth(FormatSection section) {
        boolean year = false;
        boolean month = false;
        for (Token token : section.tokens()) {
            switch (token) {
                case Part(char letter, int _, boolean elapsed) -> {
                    year |= letter == 'y' || letter == 'e';
                    month |= letter == 'm';
                    if (elapsed || "yem".indexOf(letter) < 0) {
                        return false;
                    }
                }
                case Literal(String literal) -> {
                    // words around a date are kept with it
                    if (literal.chars().anyMatch(c -> AROUND_MONTHS.indexOf(c) < 0)) {
                        return false;
                    }
                }
                case HalfDay _, Digit _, Token.Exponent _ -> {
                    return false;
                }
                case Sign _ -> {
                    // marks between the parts
                }
            }
        }
        return year && month && section.numerals() == null;
    }

    private String print() {
        List<Token> tokens = section.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            switch (tokens.get(i)) {
                case Part part -> text.append(part(part, i));
                case Literal(String literal) -> text.append(literal);
                case HalfDay(String morning, String afternoon) ->
                    text.append(time.getHour() < NOON ? morning : afternoon);
                case Sign.COMMA -> text.append(',');
                case Sign.POINT -> text.append(i + 1 < tokens.size() && tokens.get(i + 1) instanceof Digit ? "" : ".");
                case Sign _, Digit _, Token.Exponent _ -> {
                    // parts of a second are no part of a date
                }
            }
        }
        return text.toString();
    }

    private String part(Part part, int at) {
        if (part.elapsed()) {
            return elapsed(part);
        }
        int count = part.count();
        return switch (part.letter()) {
            case 'y' -> count <= 2 ? number(time.getYear() % 100, 2) : year();
            case 'e' -> year();
            case 'd' ->
                count >= NAME
                        ? time.getDayOfWeek().getDisplayName(style(count), Locale.ENGLISH)
                        : number(time.getDayOfMonth(), count);
            case 'a' -> count >= NAME ? weekday(count) : "";
            case 'h' -> number(halves ? (time.getHour() + NOON - 1) % NOON + 1 : time.getHour(), count);
            case 's' -> number(time.getSecond(), count);
            default -> isMinute(at) ? number(time.getMinute(), count) : month(count);
        };
    }

    private String year() {
        String year = String.valueOf(time.getYear());
        return section.numerals() == null ? year : section.numerals().digitwise(year);
    }

    private String month(int count) {
        return count >= NAME
                ? time.getMonth().getDisplayName(style(count), Locale.ENGLISH)
                : number(time.getMonthValue(), count);
    }

    private static TextStyle style(int count) {
        return count == NAME ? TextStyle.SHORT : TextStyle.FULL;
    }

    private String weekday(int count) {
        char day = WEEKDAYS.charAt(time.getDayOfWeek().getValue() - 1);
        return (count > NAME ? "星期" : "") + day;
    }

    private String elapsed(Part part) {
        double days = serial;
        double units = part.letter() == 'h' ? days * 24 : part.letter() == 'm' ? days * 1440 : days * 86_400;
        // an hour is not over because its last microsecond got lost
        return number((long) Math.floor(units + 1e-6), part.count());
    }

    private String number(long value, int digits) {
        String plain = String.valueOf(value);
        HanNumerals numerals = section.numerals();
        if (numerals != null) {
            return numerals.readShort(plain);
        }
        return "0".repeat(Math.max(0, Math.min(digits, 2) - plain.length())) + plain;
    }

    /** The m behind hours or before seconds. */
    private boolean isMinute(int at) {
        Part before = neighbour(at, -1);
        Part after = neighbour(at, 1);
        return (before != null && before.letter() == 'h') || (after != null && after.letter() == 's');
    }

    private @Nullable Part neighbour(int at, int step) {
        List<Token> tokens = section.tokens();
        for (int i = at + step; i >= 0 && i < tokens.size(); i += step) {
            if (tokens.get(i) instanceof Part part) {
                return part;
            }
        }
        return null;
    }
}
