package io.casewire.contracts.parsed;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Decimals compare by their digits: in records {@code 12.50} and {@code 12.5} are one number, as they are on the wire. */
final class Decimals {
    private Decimals() {}

    /** The same number without zeros at its end and without an exponent; null for null. */
    static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        if (number == null) {
            return null;
        }
        BigDecimal shortest = number.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
