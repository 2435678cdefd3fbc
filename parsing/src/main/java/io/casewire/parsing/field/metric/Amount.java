package io.casewire.parsing.field.metric;

import io.casewire.contracts.parsed.Bound;
import io.casewire.contracts.parsed.Quantity;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number with its unit, before it is known what it says.
 *
 * @param max upper end of a range
 * @param unit as printed, multiplier included; {@code %} for every fraction but those printed in ‰
 * @param chinese whether it was written in Chinese numerals
 * @param start index of its first character, the words of its bound included
 * @param numberStart index of the number itself
 * @param end index after its last character, the words of its bound included
 */
record Amount(
        BigDecimal value,
        @Nullable BigDecimal max,
        String unit,
        Bound bound,
        boolean chinese,
        int start,
        int numberStart,
        int end) {

    boolean isPercent() {
        return unit.equals("%") || unit.equals("‰");
    }

    /** 0.8个百分点, 1.1个千分点, 30个基点: how far a share moved. */
    boolean isPoints() {
        return unit.endsWith("分点") || unit.endsWith("基点");
    }

    boolean isScore() {
        return unit.equals("分");
    }

    boolean isTime() {
        return Units.isTime(unit);
    }

    Quantity quantity() {
        return new Quantity(value, unit);
    }

    /** The same amount in the unit of another that it was printed short of: 个 after 个工作日, nought after anything. */
    Amount completedBy(Amount longer) {
        boolean bare = !unit.isEmpty() || value.signum() == 0;
        boolean shortened = bare && longer.unit.length() > unit.length() && longer.unit.startsWith(unit);
        return shortened ? new Amount(value, max, longer.unit, bound, chinese, start, numberStart, end) : this;
    }
}
