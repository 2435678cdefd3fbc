package io.casewire.query.figure;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From one number to another, both included.
 *
 * @param unit as given behind the numbers; empty for none
 */
public record Span(double from, double to, String unit) {
    private static final String NUMBER = "([+-]?[0-9]{1,12}(?:\\.[0-9]{1,6})?)";
    private static final Pattern ONE = Pattern.compile(NUMBER + "([^0-9.]{0,10})");
    private static final Pattern TWO =
            Pattern.compile("(?:" + NUMBER + "([^0-9.]{0,10}))?\\.\\.(?:" + NUMBER + "([^0-9.]{0,10}))?");

    /**
     * Reads {@code -50}, {@code ..-50}, {@code 10天..30天} or {@code 10..}; a unit holds for both ends. Empty for anything else, for
     * two units and for ends in the wrong order.
     */
    public static Optional<Span> of(String text) {
        Matcher one = ONE.matcher(text);
        if (one.matches()) {
            double number = Double.parseDouble(one.group(1));
            return Optional.of(new Span(number, number, one.group(2).strip()));
        }
        Matcher two = TWO.matcher(text);
        if (!two.matches() || (two.group(1) == null && two.group(3) == null)) {
            return Optional.empty();
        }
        double from = two.group(1) == null ? Double.NEGATIVE_INFINITY : Double.parseDouble(two.group(1));
        double to = two.group(3) == null ? Double.POSITIVE_INFINITY : Double.parseDouble(two.group(3));
        String first = two.group(2) == null ? "" : two.group(2).strip();
        String second = two.group(4) == null ? "" : two.group(4).strip();
        if (from > to || (!first.isEmpty() && !second.isEmpty() && !first.equals(second))) {
            return Optional.empty();
        }
        return Optional.of(new Span(from, to, first.isEmpty() ? second : first));
    }

    /** Whether the number lies in it, but for what reckoning in binary fractions loses. */
    boolean contains(double number) {
        double slack = 1e-9 * Math.max(1, Math.abs(number));
        return number >= from - slack && number <= to + slack;
    }

    /** Whether an amount lies in it; never one in units of another kind. */
    boolean contains(Amount amount) {
        Amount low = Amount.of(from, unit);
        return low.isComparableTo(amount)
                && new Span(low.value(), Amount.of(to, unit).value(), "").contains(amount.value());
    }
}
