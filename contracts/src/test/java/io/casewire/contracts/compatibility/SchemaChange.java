package io.casewire.contracts.compatibility;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What of a changed JSON Schema would break somebody: a reader of the old one who is handed a new event, or a new reader who is handed an old
 * event from the log. Added optional properties and added values of an enumeration break nobody, as readers ignore the ones and take the others for
 * "other" or absent.
 */
final class SchemaChange {
    /** Say nothing of an event's form. */
    private static final Set<String> WORDS = Set.of("$schema", "$id", "$defs", "title", "description", "examples");

    private static final Set<String> LOOKED_INTO = Set.of("properties", "required", "items", "enum");

    private final JsonNode oldRoot;
    private final JsonNode newRoot;
    private final Set<String> underWay = new HashSet<>();
    private final List<String> breaches = new ArrayList<>();

    private SchemaChange(JsonNode oldRoot, JsonNode newRoot) {
        this.oldRoot = oldRoot;
        this.newRoot = newRoot;
    }

    /** Sentences on what breaks, each with the place in the event; empty where nothing does. */
    static List<String> breaches(JsonNode released, JsonNode current) {
        SchemaChange change = new SchemaChange(released, current);
        change.compare("", released, current);
        return List.copyOf(change.breaches);
    }

    private void compare(String place, JsonNode before, JsonNode after) {
        String pair =
                before.path("$ref").asString("") + ' ' + after.path("$ref").asString("");
        if (!pair.isBlank() && !underWay.add(pair)) {
            return;
        }
        ObjectNode was = whole(oldRoot, before);
        ObjectNode is = whole(newRoot, after);
        String here = place.isEmpty() ? "the event" : place;
        Set<String> keywords = new LinkedHashSet<>(was.propertyNames());
        keywords.addAll(is.propertyNames());
        keywords.removeAll(WORDS);
        keywords.removeAll(LOOKED_INTO);
        for (String keyword : keywords) {
            if (!was.path(keyword).equals(is.path(keyword))) {
                breach(here, "%s was %s and is %s".formatted(keyword, said(was, keyword), said(is, keyword)));
            }
        }
        compareValues(here, was, is);
        compareProperties(place, was, is);
        if (was.has("items") && is.has("items")) {
            compare(place + "/*", was.path("items"), is.path("items"));
        } else if (was.has("items") != is.has("items")) {
            breach(here, "items were " + said(was, "items") + " and are " + said(is, "items"));
        }
        underWay.remove(pair);
    }

    private void compareValues(String here, JsonNode was, JsonNode is) {
        Set<String> gone = texts(was.path("enum"));
        gone.removeAll(texts(is.path("enum")));
        if (is.has("enum")) {
            gone.forEach(value -> breach(here, "the value " + value + " is gone"));
            if (!was.has("enum")) {
                breach(here, "only some values are left");
            }
        } else if (was.has("enum")) {
            breach(here, "its values are no longer named");
        }
    }

    private void compareProperties(String place, JsonNode was, JsonNode is) {
        Set<String> wasRequired = texts(was.path("required"));
        Set<String> isRequired = texts(is.path("required"));
        was.path("properties").properties().forEach(property -> {
            String name = property.getKey();
            String at = place + '/' + name;
            if (!is.path("properties").has(name)) {
                breach(at, "is gone");
                return;
            }
            if (wasRequired.contains(name) && !isRequired.contains(name)) {
                breach(at, "was always there and no longer is");
            }
            if (!wasRequired.contains(name) && isRequired.contains(name)) {
                breach(at, "was optional and is required");
            }
            compare(at, property.getValue(), is.path("properties").path(name));
        });
        isRequired.stream()
                .filter(name -> !was.path("properties").has(name))
                .forEach(name -> breach(place + '/' + name, "is new and required"));
    }

    private void breach(String place, String sentence) {
        breaches.add(place + ": " + sentence);
    }

    /** Without references, and an enumeration that takes other values too as a plain one. */
    private static ObjectNode whole(JsonNode root, JsonNode schema) {
        JsonNode found = schema;
        while (found.has("$ref")) {
            found = root.at(found.path("$ref").asString().substring(1));
        }
        if (!(found instanceof ObjectNode object)) {
            throw new IllegalArgumentException("No schema: " + found);
        }
        JsonNode either = object.path("anyOf");
        boolean open = either.size() == 2
                && either.path(0).has("enum")
                && either.path(1).equals(withoutValues(either.path(0)));
        if (!open) {
            return object;
        }
        ObjectNode plain = object.deepCopy();
        plain.remove("anyOf");
        plain.setAll((ObjectNode) either.path(0));
        return plain.put("open", true);
    }

    private static ObjectNode withoutValues(JsonNode enumeration) {
        ObjectNode rest = ((ObjectNode) enumeration).deepCopy();
        rest.remove("enum");
        return rest;
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(value -> texts.add(value.asString()));
        return texts;
    }

    private static String said(JsonNode schema, String keyword) {
        return schema.has(keyword) ? schema.path(keyword).toString() : "not there";
    }
}
