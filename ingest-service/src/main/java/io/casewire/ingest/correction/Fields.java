package io.casewire.ingest.correction;

import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.contracts.wire.WireJson;
import io.casewire.serving.problem.Problems;
import io.casewire.serving.problem.Unknown;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of records that can be corrected: components, and components of theirs, by JSON pointer. A list is corrected as a
 * whole, as the place of an element says nothing after another parse.
 */
public final class Fields {
    /** What a record is known by, and what only tells where and how it was printed. */
    private static final Set<String> FIXED = Set.of("id", "lines", "printedTitle");

    private static final JsonMapper STRICT = WireJson.mapper()
            .rebuild()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            .disable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .build();

    private Fields() {}

    /**
     * The record with that value in that field.
     *
     * @param value {@code null} for a field that is to be absent
     * @throws org.springframework.web.ErrorResponseException (400) for a field or a value there is not, naming it and the
     *     nearest valid ones
     */
    public static ParsedRecord with(ParsedRecord record, String field, JsonNode value) {
        List<String> path = path(record.getClass(), field);
        ObjectNode tree = STRICT.valueToTree(record);
        ParsedRecord changed;
        try {
            changed = STRICT.treeToValue(set(tree, path, value), ParsedRecord.class);
        } catch (JacksonException e) {
            throw refused(field, value, e);
        }
        Completeness.missing(changed, "").ifPresent(missing -> {
            throw Problems.badRequest("'" + field + "' cannot be that: " + missing + " would be missing.");
        });
        if (!same(value, valueOf(changed, field))) {
            throw Problems.badRequest("'" + Problems.shortened(value.toString()) + "' has not the form of '" + field
                    + "'; as this service writes it, it is "
                    + Problems.shortened(valueOf(changed, field).toString()) + ".");
        }
        return changed;
    }

    /**
     * The record with a correction made before.
     *
     * @return the record as it was where a newer version of the program no longer takes the value
     */
    static ParsedRecord withKept(ParsedRecord record, Correction correction) {
        List<String> path = List.of(correction.field().substring(1).split("/", -1));
        ObjectNode tree = WireJson.mapper().valueToTree(record);
        try {
            return WireJson.mapper()
                    .treeToValue(set(tree, path, WireJson.mapper().readTree(correction.value())), ParsedRecord.class);
        } catch (JacksonException _) {
            return record;
        }
    }

    /** What the record says there; {@code null} where it says nothing. */
    public static JsonNode valueOf(ParsedRecord record, String field) {
        JsonNode value = WireJson.mapper().<JsonNode>valueToTree(record).at(field);
        return value.isMissingNode() ? NullNode.getInstance() : value;
    }

    private static ObjectNode set(ObjectNode tree, List<String> path, JsonNode value) {
        ObjectNode place = tree;
        for (String step : path.subList(0, path.size() - 1)) {
            place = place.get(step) instanceof ObjectNode inner ? inner : place.putObject(step);
        }
        if (value.isNull()) {
            place.remove(path.getLast());
        } else {
            place.set(path.getLast(), value);
        }
        return tree;
    }

    private static List<String> path(Class<?> record, String field) {
        List<String> known = new ArrayList<>();
        collect(record, "", known);
        if (known.contains(field)) {
            return List.of(field.substring(1).split("/", -1));
        }
        String first = field.startsWith("/") ? field.substring(1).split("/", -1)[0] : field;
        if (FIXED.contains(first)) {
            throw Problems.badRequest("'" + Problems.shortened(field)
                    + "' is not corrected: it is what the record is known by, or where it stands in the file.");
        }
        Predicate<String> hasParts = whole -> known.stream().anyMatch(part -> part.startsWith(whole + "/"));
        known.stream()
                .filter(hasParts.negate())
                .filter(list -> field.startsWith(list + "/"))
                .findFirst()
                .ifPresent(whole -> {
                    throw Problems.badRequest(
                            "'" + Problems.shortened(field) + "' is part of '" + whole
                                    + "', which is corrected as a whole: the place of a part says nothing after another parse.");
                });
        throw Unknown.value("field", field, known);
    }

    private static void collect(Class<?> type, String above, List<String> known) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (above.isEmpty() && FIXED.contains(component.getName())) {
                continue;
            }
            String pointer = above + '/' + component.getName();
            known.add(pointer);
            if (component.getType().isRecord()) {
                collect(component.getType(), pointer, known);
            }
        }
    }

    private static RuntimeException refused(String field, JsonNode value, JacksonException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                Unknown.value(
                        "part of " + field,
                        unknown.getPropertyName(),
                        unknown.getKnownPropertyIds() == null
                                ? List.of()
                                : unknown.getKnownPropertyIds().stream()
                                        .map(String::valueOf)
                                        .toList());
            case InvalidFormatException format
            when format.getTargetType() != null && format.getTargetType().isEnum() ->
                Unknown.value(field, String.valueOf(format.getValue()), names(format.getTargetType()));
            default ->
                Problems.badRequest("'" + Problems.shortened(value.toString()) + "' cannot be the value of '" + field
                        + "'" + because(e));
        };
    }

    private static List<String> names(Class<?> constants) {
        return Arrays.stream(constants.getEnumConstants())
                .map(constant -> WireJson.mapper().valueToTree(constant).asString())
                .toList();
    }

    /** A record's own words about its components. */
    private static String because(JacksonException e) {
        @Nullable Throwable cause = e.getCause();
        return cause instanceof IllegalArgumentException && cause.getMessage() != null
                ? ": " + cause.getMessage() + '.'
                : ": it is of another kind.";
    }

    /** Whether it was understood as it was meant: nothing added, turned into something else or dropped, but for absent parts. */
    private static boolean same(JsonNode given, JsonNode understood) {
        if (given.isObject() && understood.isObject()) {
            return given.properties().stream()
                            .allMatch(part -> part.getValue().isNull()
                                    ? understood.path(part.getKey()).isMissingNode()
                                    : same(part.getValue(), understood.path(part.getKey())))
                    && understood.properties().stream()
                            .allMatch(part -> given.has(part.getKey()) || isEmpty(part.getValue()));
        }
        if (given.isArray() && understood.isArray()) {
            if (given.size() != understood.size()) {
                return false;
            }
            for (int i = 0; i < given.size(); i++) {
                if (!same(given.get(i), understood.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (given.isNumber() && understood.isNumber()) {
            return given.decimalValue().compareTo(understood.decimalValue()) == 0;
        }
        return given.equals(understood) || (given.isNull() && isEmpty(understood));
    }

    private static boolean isEmpty(JsonNode node) {
        return node.isNull() || node.isMissingNode() || (node.isArray() && node.isEmpty()) || isFalse(node);
    }

    private static boolean isFalse(JsonNode node) {
        return node.isBoolean() && !node.booleanValue();
    }
}
