package io.casewire.catalog.brief;

import io.casewire.catalog.wording.Language;
import io.casewire.contracts.parsed.Bound;
import io.casewire.contracts.parsed.Direction;
import io.casewire.contracts.parsed.Metric;
import io.casewire.contracts.parsed.Quantity;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A quantified effect in a few words. */
final class MetricWords {
    private final Language language;

    MetricWords(Language language) {
        this.language = language;
    }

    /** The figure alone: {@code 12小时 → 3小时}, {@code 减少 60%以上}. */
    String figure(Metric metric) {
        return switch (metric.kind()) {
            case BEFORE_AFTER -> quantity(metric.before()) + " → " + quantity(metric.after());
            case RELATIVE_CHANGE -> direction(metric) + bounded(metric, metric.percent(), "%");
            case SHARE -> bounded(metric, metric.percent(), "%");
            case ABSOLUTE -> direction(metric) + bounded(metric, metric.value(), unit(metric.unit()));
            case TOTAL, LEVEL -> bounded(metric, metric.value(), unit(metric.unit()));
        };
    }

    private String bounded(Metric metric, @Nullable BigDecimal value, String unit) {
        if (value == null) {
            return "–";
        }
        String range =
                metric.bound() == Bound.RANGE && metric.valueMax() != null ? "–" + number(metric.valueMax()) : "";
        String amount = number(value) + range + unit;
        return switch (metric.bound()) {
            case EXACT, RANGE -> amount;
            case AT_LEAST -> language.of(amount + "以上", "at least " + amount);
            case MORE_THAN -> language.of("超过" + amount, "more than " + amount);
            case AT_MOST -> language.of("至多" + amount, "at most " + amount);
            case LESS_THAN -> language.of("不到" + amount, "less than " + amount);
            case ABOUT -> language.of("约" + amount, "about " + amount);
        };
    }

    private String direction(Metric metric) {
        return switch (metric.direction()) {
            case Direction.UP -> language.of("增加 ", "up ");
            case Direction.DOWN -> language.of("减少 ", "down ");
            case null -> "";
        };
    }

    private String quantity(@Nullable Quantity quantity) {
        return quantity == null ? "–" : number(quantity.value()) + unit(quantity.unit());
    }

    private String unit(@Nullable String unit) {
        String printed = Objects.requireNonNullElse(unit, "");
        return printed.isEmpty() ? "" : language.of(printed, " " + printed);
    }

    private static String number(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
