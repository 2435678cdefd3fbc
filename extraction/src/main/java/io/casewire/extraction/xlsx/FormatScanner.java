package io.casewire.extraction.xlsx;

import io.casewire.extraction.xlsx.FormatSection.Condition;
import io.casewire.extraction.xlsx.FormatSection.Token;
import io.casewire.extraction.xlsx.FormatSection.Token.Digit;
import io.casewire.extraction.xlsx.FormatSection.Token.Exponent;
import io.casewire.extraction.xlsx.FormatSection.Token.HalfDay;
import io.casewire.extraction.xlsx.FormatSection.Token.Literal;
import io.casewire.extraction.xlsx.FormatSection.Token.Part;
import io.casewire.extraction.xlsx.FormatSection.Token.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Takes a section of a format code apart. */
final class FormatScanner {
    private static final String PARTS = "ymdhsea";
    private static final List<String> GENERAL = List.of("General", "G/通用格式");
    private static final List<HalfDay> HALF_DAYS =
            List.of(new HalfDay("AM", "PM"), new HalfDay("上午", "下午"), new HalfDay("A", "P"));

    /** The reader's own long date and time, whatever is written behind them. */
    private static final String LONG_DATE = "[$-F800]";

    private static final String LONG_TIME = "[$-F400]";

    private final String code;
    private final List<Token> tokens = new ArrayList<>();
    private @Nullable Condition condition;
    private @Nullable HanNumerals numerals;
    private int at;

    private FormatScanner(String code) {
        this.code = code;
    }

    static FormatSection scan(String written) {
        String upper = written.toUpperCase(Locale.ROOT);
        String code = upper.contains(LONG_DATE) ? "yyyy年m月d日" : upper.contains(LONG_TIME) ? "h:mm:ss" : written;
        FormatScanner scanner = new FormatScanner(code);
        while (scanner.at < code.length()) {
            scanner.next();
        }
        return new FormatSection(scanner.tokens, scanner.condition, scanner.numerals);
    }

    /** Where a quoted, bracketed or escaped piece that begins there ends; right behind it where none does. */
    static int endOfLiteral(String code, int at) {
        int close =
                switch (code.charAt(at)) {
                    case '"' -> code.indexOf('"', at + 1);
                    case '[' -> code.indexOf(']', at + 1);
                    // a Chinese Excel escapes by ! where others take a stroke
                    case '\\', '!', '_', '*' -> at + 1;
                    default -> at;
                };
        return close < 0 || close >= code.length() ? code.length() : close + 1;
    }

    private void next() {
        int from = at;
        char c = code.charAt(at);
        at = endOfLiteral(code, at);
        switch (c) {
            case '"' -> literal(code.substring(from + 1, isClosed(from, '"') ? at - 1 : at));
            case '[' -> bracket(code.substring(from + 1, isClosed(from, ']') ? at - 1 : at));
            case '\\', '!' -> literal(code.substring(from + 1, at));
            case '_', '*' -> {
                // room and fill show no character of their own
            }
            case '0', '#', '?' -> tokens.add(new Digit(c));
            case '.' -> tokens.add(Sign.POINT);
            case ',' -> tokens.add(Sign.COMMA);
            case '%' -> tokens.add(Sign.PERCENT);
            case '@' -> tokens.add(Sign.TEXT);
            default -> word(from, c);
        }
    }

    private boolean isClosed(int from, char mark) {
        return at - 1 > from && code.charAt(at - 1) == mark;
    }

    private void literal(String text) {
        if (!text.isEmpty()) {
            tokens.add(new Literal(text));
        }
    }

    private void word(int from, char c) {
        for (String general : GENERAL) {
            if (code.regionMatches(true, from, general, 0, general.length())) {
                tokens.add(Sign.GENERAL);
                at = from + general.length();
                return;
            }
        }
        for (HalfDay half : HALF_DAYS) {
            String both = half.morning() + '/' + half.afternoon();
            if (code.regionMatches(true, from, both, 0, both.length())) {
                tokens.add(half);
                at = from + both.length();
                return;
            }
        }
        char letter = Character.toLowerCase(c);
        boolean digits = tokens.stream().anyMatch(token -> token instanceof Digit);
        if (letter == 'e' && digits && at < code.length() && "+-".indexOf(code.charAt(at)) >= 0) {
            tokens.add(new Exponent(code.charAt(at) == '+'));
            at++;
        } else if (PARTS.indexOf(letter) >= 0) {
            while (at < code.length() && Character.toLowerCase(code.charAt(at)) == letter) {
                at++;
            }
            tokens.add(new Part(letter, at - from, false));
        } else if (c == '/' && digits) {
            tokens.add(Sign.FRACTION);
        } else {
            literal(String.valueOf(c));
        }
    }

    private void bracket(String content) {
        String lower = content.toLowerCase(Locale.ROOT);
        if (lower.startsWith("dbnum") && lower.length() == 6 && "123".indexOf(lower.charAt(5)) >= 0) {
            numerals = HanNumerals.of(lower.charAt(5) - '0');
        } else if (lower.startsWith("$")) {
            int end = content.indexOf('-');
            literal(content.substring(1, end < 0 ? content.length() : end));
        } else if (!lower.isEmpty() && "<>=".indexOf(lower.charAt(0)) >= 0) {
            condition = condition(lower);
        } else if (!lower.isEmpty()
                && "hms".indexOf(lower.charAt(0)) >= 0
                && lower.chars().allMatch(c -> c == lower.charAt(0))) {
            tokens.add(new Part(lower.charAt(0), lower.length(), true));
        }
    }

    private static @Nullable Condition condition(String text) {
        int end = text.length() > 1 && "<>=".indexOf(text.charAt(1)) >= 0 ? 2 : 1;
        try {
            return new Condition(
                    text.substring(0, end),
                    Double.parseDouble(text.substring(end).strip()));
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
