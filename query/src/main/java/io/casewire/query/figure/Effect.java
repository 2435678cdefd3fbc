package io.casewire.query.figure;

import io.casewire.contracts.parsed.Direction;
import io.casewire.contracts.parsed.Metric;
import io.casewire.contracts.parsed.MetricKind;
import io.casewire.contracts.parsed.Quantity;
import io.casewire.text.SearchText;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A quantified effect as it is compared.
 *
 * @param indicator what is measured, as {@link SearchText#line} has it, with the quoted words where no indicator is named
 * @param change in per cent, less than nothing for less than before: as printed, or of the amounts before and after where both have
 *     comparable units; null where neither says it
 * @param amount of a change, a total or a level
 */
public record Effect(
        MetricKind kind,
        String indicator,
        @Nullable Double change,
        @Nullable Amount before,
        @Nullable Amount after,
        @Nullable Amount amount) {
    private static final double HUNDRED = 100;

    /** What is measured counts that far. */
    private static final int MAX_INDICATOR = 200;

    public Effect {
        indicator = indicator.substring(0, Math.min(indicator.length(), MAX_INDICATOR));
    }

    /** The effect a metric tells of. */
    public static Effect of(Metric metric) {
        Amount before = amount(metric.before());
        Amount after = amount(metric.after());
        return new Effect(
                metric.kind(),
                SearchText.of(metric.indicator() == null ? metric.quote() : metric.indicator())
                        .line(),
                change(metric, before, after),
                before,
                after,
                Amount.of(metric.value(), metric.unit()).orElse(null));
    }

    /** Whether it is about time: its amounts are, or what is measured says so. */
    boolean isTime() {
        return Stream.of(before, after, amount).filter(Objects::nonNull).anyMatch(Amount::isTime)
                || (change != null && TimeWords.areIn(indicator));
    }

    private static @Nullable Amount amount(@Nullable Quantity printed) {
        return printed == null
                ? null
                : Amount.of(printed.value(), printed.unit()).orElse(null);
    }

    private static @Nullable Double change(Metric metric, @Nullable Amount before, @Nullable Amount after) {
        if (before != null && after != null) {
            return before.isComparableTo(after) && before.value() != 0
                    ? (after.value() - before.value()) / before.value() * HUNDRED
                    : null;
        }
        if (metric.kind() != MetricKind.RELATIVE_CHANGE || metric.percent() == null || metric.direction() == null) {
            return null;
        }
        double percent = metric.percent().doubleValue();
        return metric.direction() == Direction.DOWN ? -percent : percent;
    }
}
