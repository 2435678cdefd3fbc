package io.casewire.catalog.lineage.likeness;

import io.casewire.contracts.parsed.Metric;
import io.casewire.contracts.parsed.Quantity;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Figures that hardly two innovations share: from a value to another, or one of several digits. */
final class Figures {
    /** A number of fewer is found twice by chance. */
    private static final int TELLING_DIGITS = 3;

    private Figures() {}

    static Set<String> of(List<Metric> metrics) {
        Set<String> figures = new LinkedHashSet<>();
        for (Metric metric : metrics) {
            if (metric.before() != null && metric.after() != null) {
                figures.add(text(metric.before()) + '→' + text(metric.after()));
            } else {
                add(figures, metric.value(), metric.unit());
                add(figures, metric.percent(), "%");
            }
        }
        return figures;
    }

    private static void add(Set<String> figures, @Nullable BigDecimal value, @Nullable String unit) {
        if (value != null && value.stripTrailingZeros().precision() >= TELLING_DIGITS) {
            figures.add(value.toPlainString() + (unit == null ? "" : unit));
        }
    }

    private static String text(Quantity quantity) {
        return quantity.value().toPlainString() + quantity.unit();
    }
}
