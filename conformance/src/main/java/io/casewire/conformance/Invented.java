package io.casewire.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values that a schema allows, and some that it does not, by chance. */
final class Invented {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MAX_ITEMS = 3;
    private static final int ID_LENGTH = 26;
    private static final int SPREAD = 60;
    private static final List<String> TEXTS = List.of(
            "湖南省",
            "430000",
            "贸易便利化",
            "trade",
            "2026-06-30",
            "2023",
            "通关",
            "样例〔2026〕1号",
            "IN_PROGRESS",
            "ADOPTED",
            "MANDATED",
            "PROVINCE",
            "x",
            " ",
            "每周",
            "1",
            "-1",
            "true",
            "case.published",
            "长沙海关",
            "https://example.org/样例",
            "a@example.org",
            "2026-11-30T00:00:00Z",
            "“引号”，：；");

    private final Random random;
    private final Set<String> seen;

    /** @param seen texts that were in answers before, which may name something there is */
    Invented(long seed, Set<String> seen) {
        this.random = new Random(seed);
        this.seen = seen;
    }

    /** A text, often one that was in an answer. */
    String text() {
        List<String> known = List.copyOf(seen);
        return !known.isEmpty() && random.nextInt(3) > 0
                ? known.get(random.nextInt(known.size()))
                : TEXTS.get(random.nextInt(TEXTS.size()));
    }

    /** Whether something that may be left out is there. */
    boolean isThere() {
        return random.nextInt(2) == 0;
    }

    /** A value that the schema allows as far as it says so, or now and then one of another type. */
    JsonNode of(JsonNode schema) {
        if (random.nextInt(SPREAD) == 0) {
            return wrong();
        }
        if (schema.get("enum") instanceof ArrayNode values) {
            return values.get(random.nextInt(values.size()));
        }
        JsonNode either = Stream.of("anyOf", "oneOf")
                .map(schema::path)
                .filter(JsonNode::isArray)
                .findFirst()
                .orElse(NODES.missingNode());
        if (either.isArray()) {
            return of(either.get(random.nextInt(either.size())));
        }
        JsonNode type = schema.path("type");
        List<String> types =
                type.isArray() ? type.valueStream().map(JsonNode::asString).toList() : List.of(type.asString("string"));
        return switch (types.get(random.nextInt(types.size()))) {
            case "null" -> NODES.nullNode();
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "integer" -> NODES.numberNode(random.nextInt(SPREAD) - 2);
            case "number" -> NODES.numberNode(random.nextDouble());
            case "array" -> {
                ArrayNode all = NODES.arrayNode();
                for (int i = random.nextInt(MAX_ITEMS); i >= 0; i--) {
                    all.add(of(schema.path("items")));
                }
                yield all;
            }
            case "object" -> object(schema);
            default -> NODES.stringNode(string(schema));
        };
    }

    private ObjectNode object(JsonNode schema) {
        List<String> required =
                schema.path("required").valueStream().map(JsonNode::asString).toList();
        ObjectNode object = NODES.objectNode();
        List<String> names = new ArrayList<>(schema.path("properties").propertyNames());
        for (String name : names) {
            if (required.contains(name) || isThere()) {
                object.set(name, of(schema.path("properties").path(name)));
            }
        }
        return object;
    }

    private String string(JsonNode schema) {
        return switch (schema.path("format").asString("")) {
            case "date" -> "2026-0" + (1 + random.nextInt(9)) + "-15";
            case "date-time" -> "2026-0" + (1 + random.nextInt(9)) + "-15T08:00:00Z";
            case "uri" -> "https://example.org/" + random.nextInt(SPREAD);
            default -> schema.has("pattern") && random.nextBoolean() ? id() : text();
        };
    }

    private String id() {
        return "case-"
                + random.ints(ID_LENGTH, 0, 32)
                        .mapToObj(digit -> Integer.toString(digit, 32))
                        .collect(Collectors.joining());
    }

    private JsonNode wrong() {
        return switch (random.nextInt(4)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(1.5);
            case 2 -> NODES.objectNode().put("certainlyNone", 1);
            default -> NODES.arrayNode().add(NODES.arrayNode());
        };
    }
}
