package io.casewire.contracts.parsed;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A quantified effect.
 *
 * @param indicator what is measured, as printed; null where the sentence does not name it
 * @param before set for {@link MetricKind#BEFORE_AFTER}
 * @param after set for {@link MetricKind#BEFORE_AFTER}; its unit may differ from that of {@code before}
 * @param percent set for {@link MetricKind#RELATIVE_CHANGE} and {@link MetricKind#SHARE}; 60 means 60 %
 * @param value set for {@link MetricKind#ABSOLUTE}, {@link MetricKind#TOTAL} and {@link MetricKind#LEVEL}
 * @param valueMax upper end where {@code bound} is {@link Bound#RANGE}
 * @param unit of {@code value}, as printed
 * @param asOf the day, month or year the number speaks of, in ISO form at its printed precision ({@code 2023-09})
 * @param quote the exact printed words the metric was read from
 */
public record Metric(
        MetricKind kind,
        @Nullable String indicator,
        @Nullable Direction direction,
        @Nullable Quantity before,
        @Nullable Quantity after,
        @Nullable BigDecimal percent,
        @Nullable BigDecimal value,
        @Nullable BigDecimal valueMax,
        @Nullable String unit,
        Bound bound,
        @Nullable String asOf,
        @Nullable MetricSection section,
        String quote) {
    public Metric {
        percent = Decimals.plain(percent);
        value = Decimals.plain(value);
        valueMax = Decimals.plain(valueMax);
    }
}
