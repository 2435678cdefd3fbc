package io.casewire.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What generators of clients stumble over although OpenAPI 3.1 allows it; seen with openapi-generator 7.25.0. */
final class Generators {
    private Generators() {}

    /** Holds the description to it. */
    static void assertReadable(JsonNode description) {
        walk("", description);
    }

    private static void walk(String path, JsonNode node) {
        if (node.has("$ref")) {
            assertThat(node.has("properties"))
                    .as("%s has members beside a reference: they are left out", path)
                    .isFalse();
        }
        JsonNode content = node.path("requestBody").path("content");
        if (content.has("multipart/form-data")) {
            assertThat(content.propertyNames().iterator().next())
                    .as("the first type of %s: with another the code does not compile", path)
                    .isEqualTo("multipart/form-data");
        }
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            walk(path + '/' + each.getKey(), each.getValue());
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(path + '/' + i, node.get(i));
            }
        }
    }
}
