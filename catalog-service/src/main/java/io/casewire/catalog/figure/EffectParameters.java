package io.casewire.catalog.figure;

import io.casewire.contracts.parsed.MetricKind;
import io.casewire.query.figure.EffectCondition;
import io.casewire.query.figure.Span;
import io.casewire.serving.problem.InvalidParameter;
import io.casewire.serving.problem.Unknown;
import io.casewire.text.SearchText;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The parameters of a search that ask for figures. All of them speak of one and the same effect. Amounts and changes are spans: one
 * number, or {@code 10..30}, {@code ..30}, {@code 10..}, both ends included; behind the number of an amount stands its unit.
 */
public final class EffectParameters {
    private static final String METRIC = "metric";
    private static final String INDICATOR = "indicator";
    private static final String DIMENSION = "dimension";
    private static final String CHANGE = "change";
    private static final String BEFORE = "before";
    private static final String AFTER = "after";
    private static final String AMOUNT = "amount";
    private static final String TIME = "time";
    private static final int MAX_INDICATOR = 50;
    private static final int MAX_VALUES = 8;

    private EffectParameters() {}

    /** Those given once. */
    public static Set<String> single() {
        return Set.of(DIMENSION, CHANGE, BEFORE, AFTER, AMOUNT);
    }

    /** Those whose values are alternatives. */
    public static Set<String> repeatable() {
        return Set.of(METRIC, INDICATOR);
    }

    /** @throws org.springframework.web.ErrorResponseException (400) for a value that cannot be taken */
    public static EffectCondition read(MultiValueMap<String, String> parameters) {
        return new EffectCondition(
                kinds(parameters.getOrDefault(METRIC, List.of())),
                indicators(parameters.getOrDefault(INDICATOR, List.of())),
                isTime(parameters.getFirst(DIMENSION)),
                change(parameters.getFirst(CHANGE)),
                amount(BEFORE, parameters.getFirst(BEFORE)),
                amount(AFTER, parameters.getFirst(AFTER)),
                amount(AMOUNT, parameters.getFirst(AMOUNT)));
    }

    private static Set<MetricKind> kinds(List<String> given) {
        Set<MetricKind> kinds = EnumSet.noneOf(MetricKind.class);
        for (String kind : given) {
            kinds.add(Unknown.named(kind, MetricKind.class).orElseThrow(() -> unknownKind(kind)));
        }
        return kinds;
    }

    private static InvalidParameter unknownKind(String kind) {
        return Unknown.parameterValue(
                METRIC, kind, Arrays.stream(MetricKind.values()).map(Enum::name).toList());
    }

    private static List<String> indicators(List<String> given) {
        if (given.size() > MAX_VALUES) {
            throw new InvalidParameter(INDICATOR, "There are at most " + MAX_VALUES + " values.");
        }
        return given.stream().map(EffectParameters::indicator).toList();
    }

    private static String indicator(String given) {
        String line = SearchText.of(given).line();
        if (line.isEmpty() || given.length() > MAX_INDICATOR) {
            throw new InvalidParameter(
                    INDICATOR, "It is words of what is measured, for example 通关时间, of at most 50 characters.");
        }
        return line;
    }

    private static boolean isTime(@Nullable String given) {
        if (given != null && !given.equalsIgnoreCase(TIME)) {
            throw Unknown.parameterValue(DIMENSION, given, List.of(TIME));
        }
        return given != null;
    }

    private static @Nullable Span change(@Nullable String given) {
        if (given == null) {
            return null;
        }
        Span span = span(
                CHANGE, given, "a change in per cent, for example -50, ..-50 (a half less, or still less) or 10..30");
        if (!span.unit().isEmpty() && !span.unit().equals("%") && !span.unit().equals("％")) {
            throw InvalidParameter.value(CHANGE, given, "a change is in per cent");
        }
        return new Span(span.from(), span.to(), "");
    }

    private static @Nullable Span amount(String parameter, @Nullable String given) {
        return given == null
                ? null
                : span(parameter, given, "an amount with its unit, for example 15天, ..1小时, 5工作日.. or 100万元..500万元");
    }

    private static Span span(String parameter, String given, String expected) {
        return Span.of(given.strip()).orElseThrow(() -> InvalidParameter.value(parameter, given, "it is " + expected));
    }
}
