package io.casewire.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.casewire.contracts.event.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The wire form, pinned: one golden JSON and one JSON Schema for each event and version. Run with {@code
 * -Dcasewire.golden.write=true} to write them anew after a deliberate change, then read the diff.
 */
class GoldenEventTests {
    private static final Path GOLDEN = Path.of("src/main/resources/io/casewire/contracts/golden");
    private static final Path SCHEMAS = Path.of("src/main/resources/io/casewire/contracts/schema");
    private static final boolean WRITE = Boolean.getBoolean("casewire.golden.write");

    static Stream<Event> examples() {
        return Examples.all().stream();
    }

    @Test
    void everyWireNameHasAnExample() {
        assertThat(Examples.all().stream().map(WireNames::of))
                .containsExactlyElementsOf(WireNames.all().keySet());
    }

    @Test
    void noFileIsLeftOverFromANameThatIsGone() throws IOException {
        assertThat(names(GOLDEN)).isEqualTo(new TreeSet<>(WireNames.all().keySet()));
        assertThat(names(SCHEMAS)).isEqualTo(new TreeSet<>(WireNames.all().keySet()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isWrittenAsItsGoldenFile(Event example) throws IOException {
        String json = WireJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(example) + '\n';

        assertThat(json).isEqualTo(golden(GOLDEN, example, json));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isReadBackFromItsGoldenFile(Event example) throws IOException {
        assertThat(WireJson.mapper().readValue(file(GOLDEN, example), example.getClass()))
                .isEqualTo(example);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void hasTheSchemaItsRecordsSay(Event example) throws IOException {
        String schema = EventSchemas.of(example.getClass()) + '\n';

        assertThat(schema).isEqualTo(golden(SCHEMAS, example, schema));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void itsGoldenFileSatisfiesItsSchemaAndABrokenOneDoesNot(Event example) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(file(SCHEMAS, example), InputFormat.JSON);
        ObjectNode broken = (ObjectNode) WireJson.mapper().readTree(file(GOLDEN, example));
        broken.put("revision", "one");

        List<Error> errors = schema.validate(file(GOLDEN, example), InputFormat.JSON);

        assertThat(errors).isEmpty();
        assertThat(schema.validate(broken.toString(), InputFormat.JSON)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anOldReaderTakesWhatANewerProducerAdds(Event example) {
        JsonNode newer = WireJson.mapper().valueToTree(example);
        addToEveryObject(newer);

        assertThat(WireJson.mapper().treeToValue(newer, example.getClass())).isEqualTo(example);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aNewReaderTakesWhatAnOlderProducerLacks(Event example) {
        JsonNode older = WireJson.mapper().valueToTree(example);
        removeLists(older);

        assertThat(WireJson.mapper().treeToValue(older, example.getClass()).key())
                .isEqualTo(example.key());
    }

    /** Closed, a schema would have a validating reader refuse what it is asked to take. */
    @ParameterizedTest
    @MethodSource("examples")
    void itsSchemaTakesAValueThatAnEnumerationGetsLater(Event example) throws IOException {
        List<JsonNode> enumerations =
                WireJson.mapper().readTree(file(SCHEMAS, example)).findParents("enum");
        assertThat(WireJson.mapper().readTree(file(SCHEMAS, example)).findValues("anyOf"))
                .hasSameSizeAs(enumerations);
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(file(SCHEMAS, example), InputFormat.JSON);
        Set<String> known = new TreeSet<>();
        enumerations.forEach(each -> each.get("enum").forEach(value -> known.add(value.asString())));
        String later = file(GOLDEN, example);
        for (String value : known) {
            later = later.replace('"' + value + '"', "\"ADDED_LATER\"");
        }
        assertThat(schema.validate(later, InputFormat.JSON)).isEmpty();
    }

    private static void addToEveryObject(JsonNode node) {
        if (node instanceof ObjectNode object) {
            children(object).forEach(GoldenEventTests::addToEveryObject);
            object.put("addedLater", true);
        } else if (node instanceof ArrayNode array) {
            array.forEach(GoldenEventTests::addToEveryObject);
        }
    }

    /** Takes every list away but the one a case cannot be without. */
    private static void removeLists(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                if (object.get(name).isArray() && !name.equals("domains") && !name.equals("lines")) {
                    object.remove(name);
                }
            }
            children(object).forEach(GoldenEventTests::removeLists);
        }
    }

    private static List<JsonNode> children(ObjectNode object) {
        return List.copyOf(object.values());
    }

    private static String golden(Path folder, Event example, String current) throws IOException {
        if (WRITE) {
            Files.createDirectories(folder);
            Files.writeString(path(folder, example), current);
        }
        return file(folder, example);
    }

    private static String file(Path folder, Event example) throws IOException {
        return Files.readString(path(folder, example), StandardCharsets.UTF_8);
    }

    private static Path path(Path folder, Event example) {
        return folder.resolve(WireNames.of(example) + ".json");
    }

    private static Collection<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            TreeSet<String> names = new TreeSet<>();
            files.map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
                    .forEach(names::add);
            return names;
        }
    }
}
