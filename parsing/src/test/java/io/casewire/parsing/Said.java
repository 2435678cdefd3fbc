package io.casewire.parsing;

import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.contracts.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a document says, ids included: everything in its records except the lines it stands on and its form in print. */
final class Said {
    private Said() {}

    static List<String> by(String text) {
        return by(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same without the running text of practice and effects, whose parts are told apart all the same. */
    static List<String> withoutPassages(String text) {
        return by(text.getBytes(StandardCharsets.UTF_8), List.of("practice", "effects"));
    }

    static List<String> by(byte[] bytes) {
        return by(bytes, List.of());
    }

    private static List<String> by(byte[] bytes, List<String> passages) {
        ParsedDocument parsed = new DocumentParser().parse(bytes, "variant.txt");
        List<String> said = new ArrayList<>();
        ObjectNode document = WireJson.mapper().valueToTree(parsed.document());
        // the bytes differ, so does their digest
        document.remove("sha256");
        said.add(document.toString());
        for (ParsedRecord record : parsed.records()) {
            JsonNode node = withoutPlace(WireJson.mapper().valueToTree(record));
            for (String passage : passages) {
                if (node.get(passage) instanceof ObjectNode found) {
                    found.remove("text");
                }
            }
            said.add(node.toString());
        }
        return said;
    }

    private static JsonNode withoutPlace(JsonNode node) {
        switch (node) {
            case ObjectNode object -> {
                object.remove(List.of("lines", "printedTitle"));
                object.values().forEach(Said::withoutPlace);
            }
            case ArrayNode array -> array.values().forEach(Said::withoutPlace);
            default -> {
                // a plain value
            }
        }
        return node;
    }
}
