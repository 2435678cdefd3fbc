package io.casewire.contracts.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.wire.WireJson;
import io.casewire.contracts.wire.WireNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Holds the schemas against those of the last release, one a line. A release writes them anew with {@code
 * -Dcasewire.release.write=true}; nothing else does.
 */
class ReleasedSchemasTests {
    private static final Path RELEASED =
            Path.of("src/test/resources/io/casewire/contracts/compatibility/released.ndjson");
    private static final Path SCHEMAS = Path.of("src/main/resources/io/casewire/contracts/schema");

    @BeforeAll
    static void write() throws IOException {
        if (Boolean.getBoolean("casewire.release.write")) {
            StringBuilder lines = new StringBuilder();
            for (String type : WireNames.all().keySet()) {
                lines.append(current(type)).append('\n');
            }
            Files.writeString(RELEASED, lines);
        }
    }

    @Test
    void everyEventOfTheLastReleaseIsStillToldAsItWas() throws IOException {
        Map<String, Object> breaches = new LinkedHashMap<>();
        for (String line : Files.readAllLines(RELEASED)) {
            JsonNode released = WireJson.mapper().readTree(line);
            String type = released.path("$id").asString().replace("urn:casewire:schema:", "");
            if (!WireNames.all().containsKey(type)) {
                breaches.put(type, "is gone");
                continue;
            }
            var found = SchemaChange.breaches(released, current(type));
            if (!found.isEmpty()) {
                breaches.put(type, found);
            }
        }

        assertThat(breaches)
                .as("a change of an event's form that a reader could not take is a new version beside the old one")
                .isEmpty();
    }

    @Test
    void theLastReleaseHadEvents() throws IOException {
        assertThat(Files.readAllLines(RELEASED)).hasSizeGreaterThanOrEqualTo(32);
    }

    private static JsonNode current(String type) throws IOException {
        return WireJson.mapper().readTree(Files.readString(SCHEMAS.resolve(type + ".json")));
    }
}
