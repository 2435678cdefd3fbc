package io.casewire.parsing.field.metric;

import io.casewire.contracts.parsed.Bound;
import io.casewire.contracts.parsed.Direction;
import io.casewire.contracts.parsed.Metric;
import io.casewire.contracts.parsed.MetricKind;
import io.casewire.contracts.parsed.MetricSection;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an amount says.
 *
 * @param from where the words begin that say it
 */
record Reading(
        MetricKind kind,
        @Nullable Direction direction,
        @Nullable Phrase indicator,
        int from) {
    Reading about(Phrase name) {
        return new Reading(kind, direction, name, from);
    }

    boolean percent() {
        return kind == MetricKind.RELATIVE_CHANGE || kind == MetricKind.SHARE;
    }

    /**
     * The metric that says so.
     *
     * @param asOf null where no date is told
     */
    Metric metric(String text, Amount amount, @Nullable String asOf, @Nullable MetricSection section) {
        int begin = Math.min(from, amount.start());
        int to = amount.end();
        if (indicator != null) {
            begin = Math.min(begin, indicator.start());
            to = Math.max(to, indicator.end());
        }
        boolean relative = percent();
        return new Metric(
                kind,
                indicator == null ? null : indicator.in(text),
                direction,
                null,
                null,
                relative ? percent(amount.value(), amount.unit()) : null,
                relative ? null : amount.value(),
                relative ? percent(amount.max(), amount.unit()) : amount.max(),
                relative ? null : amount.unit(),
                bound(text, amount),
                asOf,
                section,
                text.substring(begin, to));
    }

    /** 至少节约1天: the bound may stand before the verb. */
    private Bound bound(String text, Amount amount) {
        Bounds.Found before = amount.bound() == Bound.EXACT ? Bounds.before(text, from) : null;
        return before == null ? amount.bound() : before.bound();
    }

    /** 增长3倍 is 300 per cent more, 翻两番 four times as much, 3‰ are 0.3 per cent. */
    private static @Nullable BigDecimal percent(@Nullable BigDecimal value, String unit) {
        if (value == null) {
            return null;
        }
        return switch (unit) {
            case "倍" -> value.movePointRight(2);
            case "‰" -> value.movePointLeft(1);
            case "番" ->
                BigDecimal.TWO
                        .pow(Math.min(value.intValue(), 20))
                        .subtract(BigDecimal.ONE)
                        .movePointRight(2);
            default -> value;
        };
    }
}
