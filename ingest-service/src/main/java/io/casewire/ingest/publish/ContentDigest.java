package io.casewire.ingest.publish;

import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.contracts.wire.WireJson;
import io.casewire.ingest.blob.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a record says, without where it stands in the file: a re-scan that moves lines or spaces is no new revision.
 *
 * <p>The digest is over JSON with sorted names and numbers without trailing zeros, so that it does not change with the
 * order of components or a new absent one.
 */
final class ContentDigest {
    /** Where and how it was printed in one file: provenance, not content. */
    private static final Set<String> PROVENANCE = Set.of("lines", "printedTitle");

    private ContentDigest() {}

    /** Says of two records of one id whether they differ. */
    static String of(ParsedRecord record) {
        return measured(record).value();
    }

    /**
     * A digest with the number of bytes it is over: about what the record takes as an event.
     *
     * @param value as {@link #of} gives it
     */
    record Measured(String value, int length) {}

    static Measured measured(ParsedRecord record) {
        byte[] content = canonical(content(WireJson.mapper().valueToTree(record)))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        return new Measured("1:" + Sha256.of(content), content.length);
    }

    /** The names of the components in which the two differ, sorted. */
    static Set<String> differences(String oneJson, ParsedRecord other) {
        Map<String, JsonNode> differing =
                fields(canonical(content(WireJson.mapper().readTree(oneJson))));
        Map<String, JsonNode> others =
                fields(canonical(content(WireJson.mapper().valueToTree(other))));
        others.forEach((name, value) -> {
            if (value.equals(differing.get(name))) {
                differing.remove(name);
            } else {
                differing.put(name, value);
            }
        });
        return differing.keySet();
    }

    static JsonNode content(JsonNode record) {
        ObjectNode content = ((ObjectNode) record).deepCopy();
        PROVENANCE.forEach(content::remove);
        return content;
    }

    private static Map<String, JsonNode> fields(JsonNode object) {
        Map<String, JsonNode> fields = new TreeMap<>();
        object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }

    static JsonNode canonical(JsonNode node) {
        if (node.isObject()) {
            ObjectNode sorted = JsonNodeFactory.instance.objectNode();
            fields(node).forEach((name, value) -> sorted.set(name, canonical(value)));
            return sorted;
        }
        if (node.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> array.add(canonical(element)));
            return array;
        }
        if (node.isNumber()) {
            return JsonNodeFactory.instance.stringNode(
                    node.decimalValue().stripTrailingZeros().toPlainString());
        }
        return node;
    }
}
