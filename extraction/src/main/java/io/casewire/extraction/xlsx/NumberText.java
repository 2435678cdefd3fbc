package io.casewire.extraction.xlsx;

import io.casewire.extraction.xlsx.FormatSection.Token;
import io.casewire.extraction.xlsx.FormatSection.Token.Digit;
import io.casewire.extraction.xlsx.FormatSection.Token.Exponent;
import io.casewire.extraction.xlsx.FormatSection.Token.HalfDay;
import io.casewire.extraction.xlsx.FormatSection.Token.Literal;
import io.casewire.extraction.xlsx.FormatSection.Token.Part;
import io.casewire.extraction.xlsx.FormatSection.Token.Sign;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Writes a number into the digits of a section. */
final class NumberText {
    private static final int GROUP = 3;
    private static final FormatSection PLAIN = new FormatSection(List.of(Sign.GENERAL), null, null);

    private final List<Token> tokens;
    private final FormatSection section;
    /** Index of the decimal point; of the end where there is none. */
    private final int point;
    /** Index of the exponent; of the end where there is none. */
    private final int end;

    private NumberText(FormatSection section) {
        this.section = section;
        this.tokens = section.tokens();
        int exponent = tokens.size();
        int found = -1;
        for (int i = tokens.size() - 1; i >= 0; i--) {
            exponent = tokens.get(i) instanceof Exponent ? i : exponent;
            found = tokens.get(i) == Sign.POINT ? i : found;
        }
        this.end = exponent;
        this.point = found < 0 ? exponent : found;
    }

    /** A number without its sign. */
    static String print(FormatSection section, BigDecimal value) {
        List<Token> tokens = section.tokens();
        if (tokens.contains(Sign.GENERAL) || tokens.contains(Sign.FRACTION) || section.hasText()) {
            return general(section, value);
        }
        return new NumberText(section).print(value);
    }

    private static String general(FormatSection section, BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        String plain = stripped.signum() == 0 ? "0" : stripped.toPlainString();
        StringBuilder text = new StringBuilder();
        boolean printed = false;
        for (Token token : section.tokens()) {
            boolean number = token == Sign.GENERAL || token == Sign.TEXT || token instanceof Digit;
            if (number && !printed) {
                text.append(
                        section.numerals() == null ? plain : section.numerals().read(plain));
                printed = true;
            } else if (token instanceof Literal(String literal)) {
                text.append(literal);
            }
        }
        return text.toString();
    }

    private String print(BigDecimal value) {
        if (tokens.isEmpty() && section.numerals() != null) {
            return section.numerals().read(general(PLAIN, value));
        }
        BigDecimal scaled = value.scaleByPowerOfTen(
                2 * count(Sign.PERCENT) - GROUP * (trailingCommas(point) + (point < end ? trailingCommas(end) : 0)));
        int power = 0;
        if (end < tokens.size() && scaled.signum() != 0) {
            power = scaled.precision() - scaled.scale() - Math.max(1, digits(0, point));
            scaled = scaled.scaleByPowerOfTen(-power);
        }
        String rounded =
                scaled.setScale(digits(point, end), RoundingMode.HALF_UP).toPlainString();
        int dot = rounded.indexOf('.');
        StringBuilder text = new StringBuilder();
        text.append(whole(dot < 0 ? rounded : rounded.substring(0, dot)));
        text.append(decimals(dot < 0 ? "" : rounded.substring(dot + 1)));
        if (end < tokens.size()) {
            text.append(exponent(power));
        }
        return section.numerals() == null ? text.toString() : section.numerals().digitwise(text.toString());
    }

    private String exponent(int power) {
        boolean plus = ((Exponent) tokens.get(end)).plus();
        String digits = String.valueOf(Math.abs(power));
        int least = digits(end, tokens.size());
        return "E" + (power < 0 ? "-" : plus ? "+" : "") + "0".repeat(Math.max(0, least - digits.length())) + digits
                + literals(end, tokens.size());
    }

    /** Digits from the right into their places; the first place takes all that are left. */
    private String whole(String printed) {
        String digits = printed.equals("0") ? "" : printed;
        int places = digits(0, point);
        boolean grouped = isGrouped();
        StringBuilder text = new StringBuilder();
        int place = 0;
        for (int i = 0; i < point; i++) {
            Token token = tokens.get(i);
            if (token instanceof Digit(char kind)) {
                int right = places - place - 1;
                int to = digits.length() - right;
                int from = place == 0 ? 0 : Math.max(0, to - 1);
                if (to > 0) {
                    append(text, digits, from, to, grouped);
                } else if (kind == '0') {
                    text.append('0').append(grouped && right > 0 && right % GROUP == 0 ? "," : "");
                }
                place++;
            } else {
                text.append(literal(token));
            }
        }
        return places == 0 && point < end ? text + digits : text.toString();
    }

    private static void append(StringBuilder text, String digits, int from, int to, boolean grouped) {
        for (int i = from; i < to; i++) {
            int right = digits.length() - i - 1;
            text.append(digits.charAt(i)).append(grouped && right > 0 && right % GROUP == 0 ? "," : "");
        }
    }

    private String decimals(String digits) {
        int kept = digits.length();
        for (int i = end - 1, place = digits.length(); i > point && kept == place && place > 0; i--) {
            if (tokens.get(i) instanceof Digit(char kind)) {
                place--;
                kept = kind != '0' && digits.charAt(place) == '0' ? place : kept;
            }
        }
        StringBuilder text = new StringBuilder(kept > 0 ? "." : "");
        int place = 0;
        for (int i = point + 1; i < end; i++) {
            if (tokens.get(i) instanceof Digit) {
                text.append(place < kept ? digits.substring(place, place + 1) : "");
                place++;
            } else {
                text.append(literal(tokens.get(i)));
            }
        }
        return text.toString();
    }

    private boolean isGrouped() {
        boolean before = false;
        boolean comma = false;
        for (int i = 0; i < point; i++) {
            boolean digit = tokens.get(i) instanceof Digit;
            if (digit && comma) {
                return true;
            }
            comma = tokens.get(i) == Sign.COMMA ? before : comma;
            before |= digit;
        }
        return false;
    }

    /** Commas right behind the last digit before an index: each is a thousand that the number is divided by. */
    private int trailingCommas(int before) {
        int last = before - 1;
        while (last >= 0 && !(tokens.get(last) instanceof Digit)) {
            last--;
        }
        int commas = 0;
        while (last >= 0 && last + commas + 1 < before && tokens.get(last + commas + 1) == Sign.COMMA) {
            commas++;
        }
        return commas;
    }

    private int digits(int from, int to) {
        int digits = 0;
        for (int i = from; i < to; i++) {
            digits += tokens.get(i) instanceof Digit ? 1 : 0;
        }
        return digits;
    }

    private int count(Token wanted) {
        return (int) tokens.stream().filter(wanted::equals).count();
    }

    private String literals(int from, int to) {
        StringBuilder text = new StringBuilder();
        tokens.subList(from, to).forEach(token -> text.append(literal(token)));
        return text.toString();
    }

    private static String literal(Token token) {
        return switch (token) {
            case Literal(String text) -> text;
            case Sign.PERCENT -> "%";
            case Sign _, Digit _, Part _, HalfDay _, Exponent _ -> "";
        };
    }
}
