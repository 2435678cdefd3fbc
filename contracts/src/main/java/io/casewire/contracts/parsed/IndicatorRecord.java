package io.casewire.contracts.parsed;

import io.casewire.contracts.id.EvidenceId;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of an indicator table.
 *
 * @param group the group heading over the row
 * @param unit as printed
 */
public record IndicatorRecord(
        EvidenceId id,
        @Nullable String group,
        String name,
        @Nullable String unit,
        List<Target> targets,
        LineRange lines)
        implements ParsedRecord {
    public IndicatorRecord {
        targets = List.copyOf(targets);
    }

    /**
     * One cell of the row.
     *
     * @param column the column's heading
     * @param text the cell as printed, for example {@code 2021年50%以上}
     * @param value the number in the cell; null where the target is in words only
     */
    public record Target(
            @Nullable String column,
            String text,
            @Nullable Integer year,
            @Nullable BigDecimal value,
            @Nullable Bound bound) {
        public Target {
            value = Decimals.plain(value);
        }
    }
}
