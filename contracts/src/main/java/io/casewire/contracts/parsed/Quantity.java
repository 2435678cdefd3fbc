package io.casewire.contracts.parsed;

import java.math.BigDecimal;

/**
 * A number in its printed unit.
 *
 * @param value in {@code unit}
 * @param unit as printed, multiplier included, for example {@code 万元} or {@code 分钟}; empty for a bare number
 */
public record Quantity(BigDecimal value, String unit) {}
