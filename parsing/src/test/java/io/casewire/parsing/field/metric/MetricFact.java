package io.casewire.parsing.field.metric;

import static java.util.Objects.requireNonNull;

import io.casewire.contracts.parsed.Bound;
import io.casewire.contracts.parsed.Direction;
import io.casewire.contracts.parsed.Metric;
import io.casewire.contracts.parsed.MetricKind;
import io.casewire.contracts.parsed.Quantity;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A metric in one short line: {@code BA 3天>2小时 <= -}, {@code RC 30% ~ -}, {@code TO 116批次 = . @2023-09}. */
public final class MetricFact {
    private MetricFact() {}

    /** Kind, numbers with units, bound, direction and the date it speaks of. */
    public static String of(Metric metric) {
        String asOf = metric.asOf() == null ? "" : " @" + metric.asOf();
        return kind(metric.kind()) + " " + values(metric) + " " + bound(metric.bound()) + " "
                + direction(metric.direction()) + asOf;
    }

    /** The numbers with their units alone. */
    public static String values(Metric metric) {
        if (metric.kind() == MetricKind.BEFORE_AFTER) {
            Quantity before = requireNonNull(metric.before());
            Quantity after = requireNonNull(metric.after());
            return plain(before.value()) + unit(before.unit()) + ">" + plain(after.value()) + upper(metric)
                    + unit(after.unit());
        }
        return metric.percent() != null
                ? plain(metric.percent()) + upper(metric) + "%"
                : plain(requireNonNull(metric.value())) + upper(metric) + unit(metric.unit());
    }

    private static String upper(Metric metric) {
        return metric.valueMax() == null ? "" : "~" + plain(metric.valueMax());
    }

    private static String unit(@Nullable String unit) {
        return unit == null ? "" : unit;
    }

    private static String plain(BigDecimal value) {
        return value.toPlainString();
    }

    private static String kind(MetricKind kind) {
        return switch (kind) {
            case BEFORE_AFTER -> "BA";
            case RELATIVE_CHANGE -> "RC";
            case ABSOLUTE -> "AB";
            case TOTAL -> "TO";
            case SHARE -> "SH";
            case LEVEL -> "LV";
        };
    }

    private static String bound(Bound bound) {
        return switch (bound) {
            case EXACT -> "=";
            case AT_LEAST -> ">=";
            case MORE_THAN -> ">";
            case AT_MOST -> "<=";
            case LESS_THAN -> "<";
            case ABOUT -> "~";
            case RANGE -> "..";
        };
    }

    private static String direction(@Nullable Direction direction) {
        if (direction == null) {
            return ".";
        }
        return direction == Direction.UP ? "+" : "-";
    }
}
