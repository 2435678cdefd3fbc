package io.casewire.embedded.store;

import de.bwaldvogel.mongo.backend.Constants;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import io.casewire.embedded.store.Intervals.Interval;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a filter asks of single fields, in whatever way it is wrapped: flat, in {@code $and}, by {@code $eq}, {@code $in}, comparisons or
 * the beginning of a pattern, and what all branches of an {@code $or} have in common. Every document that fits the filter fits the
 * conditions; the reverse holds only where they are {@link #complete}. Everything else is left to the server's matcher.
 */
final class Conditions {
    private final Map<String, List<Intervals>> byField = new LinkedHashMap<>();
    private final List<List<Conditions>> alternatives = new ArrayList<>();
    private boolean complete = true;

    private Conditions() {}

    static Conditions of(Document filter) {
        Conditions conditions = new Conditions();
        conditions.addAll(filter);
        return conditions;
    }

    /** Fields that something is asked of. */
    Set<String> fields() {
        return byField.keySet();
    }

    /**
     * Where the values of a field lie.
     *
     * @param severalValues whether a document may have several values there, each of which may meet another condition: then only one
     *     condition may be used
     * @return empty where nothing is asked of it
     */
    Optional<Intervals> of(String field, boolean severalValues) {
        List<Intervals> all = byField.getOrDefault(field, List.of());
        return severalValues
                ? all.stream().reduce((best, next) -> isNarrower(next, best) ? next : best)
                : all.stream().reduce(Intervals::and);
    }

    /** Branches of each {@code $or}; a document that fits the filter fits one of each. */
    List<List<Conditions>> alternatives() {
        return alternatives;
    }

    /** Whether a document that meets the conditions fits the filter, where no field is an array. */
    boolean complete() {
        return complete;
    }

    /** These and others. */
    Conditions and(Conditions others) {
        Conditions both = new Conditions();
        for (Conditions part : List.of(this, others)) {
            part.byField.forEach((field, intervals) -> intervals.forEach(one -> both.add(field, one)));
            both.complete &= part.complete;
        }
        return both;
    }

    private static boolean isNarrower(Intervals one, Intervals other) {
        return one.arePoints() != other.arePoints() ? one.arePoints() : one.count() < other.count();
    }

    private void addAll(Document filter) {
        filter.forEach((name, value) -> {
            if (name.equals("$and") && isListOfDocuments(value)) {
                documents(value).forEach(this::addAll);
            } else if (name.equals("$or") && isListOfDocuments(value)) {
                addAlternatives(documents(value));
            } else if (name.startsWith("$")) {
                complete &= name.equals("$comment");
            } else {
                addField(name, value);
            }
        });
    }

    private static boolean isListOfDocuments(@Nullable Object value) {
        return value instanceof List<?> list && !list.isEmpty() && list.stream().allMatch(Document.class::isInstance);
    }

    private static List<Document> documents(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Document.class::cast).toList()
                : List.of();
    }

    private void addAlternatives(List<Document> branches) {
        if (branches.size() == 1) {
            addAll(branches.getFirst());
            return;
        }
        complete = false;
        List<Conditions> conditions = branches.stream().map(Conditions::of).toList();
        alternatives.add(conditions);
        for (String field : conditions.getFirst().fields()) {
            if (conditions.stream().allMatch(branch -> branch.byField.containsKey(field))) {
                add(
                        field,
                        Intervals.union(conditions.stream()
                                .flatMap(branch -> branch.of(field, true).stream())
                                .flatMap(intervals -> intervals.all().stream())
                                .toList()));
            }
        }
    }

    private void addField(String field, @Nullable Object value) {
        if (BsonRegularExpression.isRegularExpression(value)) {
            complete = false;
            LiteralPrefix.of(BsonRegularExpression.convertToRegularExpression(value))
                    .map(OrderedBytes::stringsBeginningWith)
                    .ifPresent(prefix ->
                            add(field, Intervals.of(Interval.range(Bound.beforeAll(prefix), Bound.afterAll(prefix)))));
        } else if (value instanceof Document operators && isOperators(operators)) {
            operators.forEach((operator, operand) -> addOperator(field, operator, operand));
        } else {
            addPoint(field, value);
        }
    }

    private static boolean isOperators(Document value) {
        return value.keySet().stream().anyMatch(key -> key.startsWith("$"));
    }

    private void addOperator(String field, String operator, @Nullable Object operand) {
        switch (operator) {
            case "$eq" -> addPoint(field, operand);
            case "$in" -> addAny(field, operand);
            case "$gt", "$gte", "$lt", "$lte" -> addRange(field, operator, operand);
            default -> complete = false;
        }
    }

    private void addPoint(String field, @Nullable Object value) {
        if (isValue(value) || isWholeId(field, value)) {
            complete &= isExact(value);
            add(field, Intervals.of(Interval.at(value)));
        } else {
            complete = false;
        }
    }

    private void addAny(String field, @Nullable Object values) {
        if (values instanceof Collection<?> list && list.stream().allMatch(Conditions::isValue)) {
            complete &= list.stream().allMatch(Conditions::isExact);
            add(field, Intervals.union(list.stream().map(Interval::at).toList()));
        } else {
            complete = false;
        }
    }

    /** A comparison holds between values of one type only. */
    private void addRange(String field, String operator, @Nullable Object value) {
        if (value == null || value instanceof MinKey || value instanceof MaxKey || !isValue(value)) {
            complete = false;
            return;
        }
        complete &= isExact(value);
        byte type = OrderedBytes.Tag.of(value).code();
        byte[] bytes = OrderedBytes.of(value);
        Bound least = Bound.beforeAll(type);
        Bound most = Bound.afterAll(type);
        add(
                field,
                Intervals.of(
                        switch (operator) {
                            case "$gt" -> Interval.range(Bound.afterAll(bytes), most);
                            case "$gte" -> Interval.range(Bound.beforeAll(bytes), most);
                            case "$lt" -> Interval.range(least, Bound.beforeAll(bytes));
                            default -> Interval.range(least, Bound.afterAll(bytes));
                        }));
    }

    private void add(String field, Intervals intervals) {
        byField.computeIfAbsent(field, _ -> new ArrayList<>()).add(intervals);
    }

    /**
     * Whether a document that has an equal value there, or an array with one, is found under the value's bytes. Not so for arrays, which
     * are kept by their elements, nor for documents: the matcher looks into arrays for single fields of theirs.
     */
    private static boolean isValue(@Nullable Object value) {
        return !(value instanceof Collection)
                && !(value instanceof Document)
                && !BsonRegularExpression.isRegularExpression(value);
    }

    /** An id is no array, so a document that it is made of is compared as a whole. */
    private static boolean isWholeId(String field, @Nullable Object value) {
        return field.equals(Constants.ID_FIELD) && value instanceof Document document && isPlain(document);
    }

    private static boolean isPlain(Document document) {
        return !document.isEmpty()
                && document.entrySet().stream()
                        .allMatch(field -> !field.getKey().startsWith("$")
                                && field.getValue() != null
                                && !(field.getValue() instanceof Document nested && !isPlain(nested)));
    }

    private static boolean isExact(@Nullable Object value) {
        return !(value instanceof Decimal128) && !(value instanceof Document);
    }
}
