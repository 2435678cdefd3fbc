package io.casewire.contracts.parsed;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A number in its printed unit.
 *
 * @param value in {@code unit}
 * @param unit as printed, multiplier included, for example {@code 万元} or {@code 分钟}; empty for a bare number
 */
public record Quantity(BigDecimal value, String unit) {
    public Quantity {
        value = Objects.requireNonNull(Decimals.plain(value), "A quantity has a value");
    }
}
