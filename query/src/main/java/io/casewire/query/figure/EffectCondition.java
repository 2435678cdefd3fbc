package io.casewire.query.figure;

import io.casewire.contracts.parsed.MetricKind;
import io.casewire.text.SearchText;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one effect of a case has to be, all of it at once.
 *
 * @param kinds any of these; empty for every kind
 * @param indicators lines ({@link SearchText#line}), any of which stands in what is measured; empty for anything
 * @param time whether it has to be about time
 * @param change in per cent
 * @param before units are converted; working days are none of 24 hours
 */
public record EffectCondition(
        Set<MetricKind> kinds,
        List<String> indicators,
        boolean time,
        @Nullable Span change,
        @Nullable Span before,
        @Nullable Span after,
        @Nullable Span amount) {
    public EffectCondition {
        kinds = Set.copyOf(kinds);
        indicators = List.copyOf(indicators);
    }

    /** Nothing asked. */
    public static EffectCondition none() {
        return new EffectCondition(Set.of(), List.of(), false, null, null, null, null);
    }

    /** A change in per cent, whatever is measured. */
    static EffectCondition change(double from, double to) {
        return new EffectCondition(Set.of(), List.of(), false, new Span(from, to, ""), null, null, null);
    }

    /** The same of effects that are printed as a change. */
    EffectCondition printed(boolean ofTime) {
        return new EffectCondition(
                Set.of(MetricKind.RELATIVE_CHANGE), indicators, ofTime, change, before, after, amount);
    }

    /** The same of effects that are about time. */
    EffectCondition ofTime() {
        return new EffectCondition(kinds, indicators, true, change, before, after, amount);
    }

    /** Whether it asks nothing, so that cases without effects pass. */
    public boolean isEmpty() {
        return equals(none());
    }

    /** Whether that effect is all of it. */
    public boolean holdsFor(Effect effect) {
        return (kinds.isEmpty() || kinds.contains(effect.kind()))
                && (indicators.isEmpty() || indicators.stream().anyMatch(effect.indicator()::contains))
                && (!time || effect.isTime())
                && (change == null || (effect.change() != null && change.contains(effect.change())))
                && holds(before, effect.before())
                && holds(after, effect.after())
                && holds(amount, effect.amount());
    }

    private static boolean holds(@Nullable Span span, @Nullable Amount amount) {
        return span == null || (amount != null && span.contains(amount));
    }
}
