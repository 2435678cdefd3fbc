package io.casewire.parsing.field.numeral;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A part of a whole written in words: 百分之五十, 三分之一, 1/3, 一半, 半数, 七成.
 *
 * @param percent in per cent, two decimals where it does not come out even (33.33 for a third)
 * @param start index of its first character
 * @param end index after its last character
 */
public record Fraction(BigDecimal percent, int start, int end) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The fraction beginning at {@code index}; null where none begins. */
    public static @Nullable Fraction at(String text, int index) {
        return at(text, index, Numerals.at(text, index));
    }

    /**
     * The fraction beginning at {@code index}; null where none begins.
     *
     * @param first the number that begins there, see {@link Numerals#at}
     */
    public static @Nullable Fraction at(String text, int index, @Nullable Numeral first) {
        if (text.startsWith("一半", index) || text.startsWith("半数", index)) {
            return new Fraction(BigDecimal.valueOf(50), index, index + 2);
        }
        if (first == null || first.more()) {
            return null;
        }
        int at = first.end();
        if (text.startsWith("分之", at)) {
            return ofParts(first, Numerals.at(text, at + 2));
        }
        if (at < text.length() && text.charAt(at) == '/' && !first.chinese()) {
            Numeral whole = Numerals.at(text, at + 1);
            if (whole == null || whole.chinese() || whole.value().compareTo(BigDecimal.TEN) > 0) {
                return null;
            }
            Fraction fraction = ofParts(whole, first);
            return fraction == null ? null : new Fraction(fraction.percent, index, whole.end());
        }
        return text.startsWith("成", at) ? tenths(text, first, index) : null;
    }

    private static @Nullable Fraction tenths(String text, Numeral tenths, int index) {
        int end = tenths.end() + 1;
        boolean word = end < text.length() && "为果立本效员长功交都熟品分了".indexOf(text.charAt(end)) >= 0;
        if (word
                || tenths.value().compareTo(BigDecimal.TEN) > 0
                || tenths.value().signum() == 0) {
            return null;
        }
        BigDecimal percent = tenths.value().movePointRight(1);
        Numeral rest = Numerals.at(text, end);
        if (rest != null
                && rest.chinese()
                && rest.end() == end + 1
                && rest.value().compareTo(BigDecimal.TEN) < 0) {
            return new Fraction(percent.add(rest.value()), index, rest.end());
        }
        return new Fraction(percent, index, end);
    }

    private static @Nullable Fraction ofParts(Numeral whole, @Nullable Numeral part) {
        if (part == null || whole.value().signum() == 0) {
            return null;
        }
        BigDecimal percent = part.value().multiply(HUNDRED).divide(whole.value(), 2, RoundingMode.HALF_UP);
        BigDecimal shortest = percent.signum() == 0 ? BigDecimal.ZERO : percent.stripTrailingZeros();
        return new Fraction(
                shortest.scale() < 0 ? shortest.setScale(0, RoundingMode.UNNECESSARY) : shortest,
                whole.start(),
                part.end());
    }
}
