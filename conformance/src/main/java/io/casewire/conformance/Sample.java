package io.casewire.conformance;

import io.casewire.contracts.wire.WireJson;
import io.casewire.contracts.wire.WireNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One value that a schema allows, the same each time: an example. Members get the value that a member of that name has in a golden event
 * where it fits, so that they read like what a service answers; what may be left out is left out where no golden event has it.
 */
final class Sample {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonNode description;
    private final Map<String, List<JsonNode>> golden = new HashMap<>();
    private final Deque<String> within = new ArrayDeque<>();

    private Sample(JsonNode description) {
        this.description = description;
        WireNames.all().keySet().forEach(type -> collect(goldenEvent(type)));
    }

    /** Gives an example to every answer in JSON of that description. */
    static void addTo(ObjectNode description) {
        Sample sample = new Sample(description);
        for (JsonNode path : description.path("paths")) {
            for (JsonNode operation : path) {
                operation.path("responses").properties().stream()
                        .filter(answer -> answer.getKey().startsWith("2"))
                        .map(answer -> answer.getValue().path("content").path("application/json"))
                        .filter(media -> !media.path("schema").isEmpty())
                        .forEach(media -> ((ObjectNode) media).set("example", sample.of("", media.path("schema"))));
            }
        }
    }

    private JsonNode of(String name, JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            within.push(reference);
            JsonNode value = of(name, resolved(reference));
            within.pop();
            return value;
        }
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.get("enum") instanceof ArrayNode values) {
            return known(name, schema).orElse(values.get(0));
        }
        if (schema.has("allOf")) {
            return all(name, schema);
        }
        for (String either : new String[] {"anyOf", "oneOf"}) {
            if (schema.has(either)) {
                return of(name, schema.path(either).get(0));
            }
        }
        return switch (type(schema)) {
            case "object" -> object(schema);
            case "array" -> array(name, schema);
            case "null" -> NODES.nullNode();
            case "boolean" -> known(name, schema).orElse(NODES.booleanNode(true));
            case "integer" ->
                known(name, schema)
                        .orElse(NODES.numberNode(schema.path("minimum").asInt(1)));
            case "number" -> known(name, schema).orElse(NODES.numberNode(1));
            case "string" -> known(name, schema).orElseGet(() -> NODES.stringNode(text(schema)));
            // anything
            default -> NODES.objectNode();
        };
    }

    /** Its own members and those of its parts; what is no object, such as an id with a description, is its first part. */
    private JsonNode all(String name, JsonNode schema) {
        ObjectNode whole = object(schema);
        for (JsonNode part : schema.path("allOf")) {
            JsonNode value = of(name, part);
            if (!value.isObject()) {
                return value;
            }
            whole.setAll((ObjectNode) value);
        }
        return whole;
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = NODES.objectNode();
        List<String> required =
                schema.path("required").valueStream().map(JsonNode::asString).toList();
        schema.path("properties").properties().forEach(each -> {
            String name = each.getKey();
            JsonNode member = each.getValue();
            if (required.contains(name) || (known(name, member).isPresent() && !isEntered(member))) {
                object.set(name, of(name, member));
            }
        });
        if (schema.path("properties").isEmpty()
                && schema.path("additionalProperties").isObject()) {
            object.set("trade", of("", schema.path("additionalProperties")));
        }
        return object;
    }

    private ArrayNode array(String name, JsonNode schema) {
        ArrayNode array = NODES.arrayNode();
        if (!isEntered(schema.path("items"))) {
            int most = Math.max(1, schema.path("minItems").asInt(1));
            for (int i = 0; i < most; i++) {
                array.add(of(name, schema.path("items")));
            }
        }
        return array;
    }

    private static String text(JsonNode schema) {
        return switch (schema.path("format").asString("")) {
            case "date" -> "2026-03-04";
            case "date-time" -> "2026-03-04T05:06:07.300Z";
            case "uri" -> "https://example.org/";
            default -> "样例";
        };
    }

    /** A shape that lies in itself. */
    private boolean isEntered(JsonNode schema) {
        return within.contains(schema.path("$ref").asString(""));
    }

    private Optional<JsonNode> known(String name, JsonNode schema) {
        JsonNode target = schema.has("$ref") ? resolved(schema.path("$ref").asString()) : schema;
        return golden.getOrDefault(name, List.of()).stream()
                .filter(value -> fits(value, target))
                .findFirst();
    }

    private static boolean fits(JsonNode value, JsonNode schema) {
        if (schema.get("enum") instanceof ArrayNode values) {
            return values.valueStream().anyMatch(value::equals);
        }
        return switch (type(schema)) {
            case "boolean" -> value.isBoolean();
            case "integer" ->
                value.isIntegralNumber()
                        && value.asLong() >= schema.path("minimum").asLong(Long.MIN_VALUE);
            case "number" -> value.isNumber();
            case "string" ->
                value.isString()
                        && hasForm(value.asString(), schema.path("format").asString(""))
                        && Pattern.compile(schema.path("pattern").asString(""))
                                .matcher(value.asString())
                                .find();
            default -> false;
        };
    }

    private static boolean hasForm(String text, String format) {
        return switch (format) {
            case "date" -> text.matches("\\d{4}-\\d{2}-\\d{2}");
            case "date-time" -> text.matches("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z");
            case "uri" -> text.contains("://");
            default -> true;
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.get(0).asString() : type.asString(schema.has("properties") ? "object" : "");
    }

    private JsonNode resolved(String reference) {
        return description.at(reference.substring(1));
    }

    private void collect(JsonNode event) {
        event.properties().forEach(each -> {
            Stream<JsonNode> values =
                    each.getValue().isArray() ? each.getValue().valueStream() : Stream.of(each.getValue());
            values.forEach(value -> {
                if (value.isObject()) {
                    collect(value);
                } else {
                    golden.computeIfAbsent(each.getKey(), _ -> new ArrayList<>())
                            .add(value);
                }
            });
        });
    }

    private static JsonNode goldenEvent(String type) {
        try (InputStream file = Objects.requireNonNull(
                WireJson.class.getResourceAsStream("/io/casewire/contracts/golden/" + type + ".json"), type)) {
            return WireJson.mapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
