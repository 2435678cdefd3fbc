package io.casewire.contracts.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.casewire.contracts.topic.Topic;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.WireJson;
import io.casewire.contracts.wire.WireNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code asyncapi.json}; {@code -Dcasewire.golden.write=true} writes it anew. */
class AsyncApiTests {
    private static final Path RESOURCES = Path.of("src/main/resources/io/casewire/contracts");
    private static final Path FILE = RESOURCES.resolve("asyncapi.json");
    private static final Path NODE = Path.of("src/test/node");
    private static final Path DOCUMENTATION = Path.of("../docs/topics.md");

    private static JsonNode document;

    @BeforeAll
    static void write() throws IOException {
        if (Boolean.getBoolean("casewire.golden.write")) {
            Files.writeString(FILE, AsyncApi.document());
        }
        document = WireJson.mapper().readTree(Files.readString(FILE));
    }

    static Stream<Topic<?>> topics() {
        return Topics.all().stream().map(topic -> topic);
    }

    static Set<String> types() {
        return WireNames.all().keySet();
    }

    @Test
    void isWrittenAsTheRegistrySays() throws IOException {
        assertThat(Files.readString(FILE)).isEqualTo(AsyncApi.document());
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = new ArrayList<>();
        document.findValues("$ref").forEach(reference -> references.add(reference.asString()));

        assertThat(references).isNotEmpty();
        assertThat(references).allSatisfy(reference -> {
            if (reference.startsWith("#")) {
                assertThat(document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse();
            } else {
                assertThat(RESOURCES.resolve(reference).normalize()).isRegularFile();
            }
        });
    }

    @Test
    void everyTopicIsAChannelWithItsDeadLettersAndThereIsNoOther() {
        Set<String> names = new TreeSet<>();
        Topics.all().forEach(topic -> names.addAll(List.of(topic.name(), topic.deadLetterName())));

        assertThat(new TreeSet<>(document.path("channels").propertyNames())).isEqualTo(names);
        assertThat(document.path("operations")
                        .valueStream()
                        .map(operation -> operation.at("/channel/$ref").asString()))
                .containsExactlyInAnyOrderElementsOf(
                        names.stream().map(name -> "#/channels/" + name).toList());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void aChannelHasTheEventsOfItsTopicAndIsSetAsItsTopic(Topic<?> topic) {
        JsonNode channel = document.path("channels").path(topic.name());
        JsonNode kafka = channel.at("/bindings/kafka");
        Set<String> events = new TreeSet<>();
        WireNames.all().forEach((name, type) -> {
            if (topic.valueType().isAssignableFrom(type)) {
                events.add(name);
            }
        });
        if (topic.name().startsWith("casewire.case.")) {
            events.add("tombstone");
        }

        assertThat(new TreeSet<>(channel.path("messages").propertyNames())).isEqualTo(events);
        assertThat(channel.path("address").asString()).isEqualTo(topic.name());
        assertThat(kafka.path("partitions").asInt()).isEqualTo(topic.partitions());
        assertThat(kafka.at("/topicConfiguration/retention.ms").asLong())
                .isEqualTo(topic.retention() == null ? -1 : topic.retention().toMillis());
        assertThat(document.at("/channels/" + topic.deadLetterName()
                                + "/bindings/kafka/topicConfiguration/retention.ms")
                        .asLong())
                .isEqualTo(Topics.DEAD_LETTER_RETENTION.toMillis());
    }

    @Test
    void everyEventIsAMessageAndThereIsNoStaleOne() {
        Set<String> names = new TreeSet<>(types());
        names.addAll(List.of("tombstone", "deadLetter"));

        assertThat(new TreeSet<>(document.at("/components/messages").propertyNames()))
                .isEqualTo(names);
    }

    @Test
    void headersAreThoseTheDocumentationLists() throws IOException {
        String documentation = Files.readString(DOCUMENTATION);
        Set<String> listed = new TreeSet<>();
        Pattern.compile("^\\| `([a-z_-]+)` \\| .*\\|$", Pattern.MULTILINE)
                .matcher(documentation.substring(
                        documentation.indexOf("## Headers"), documentation.indexOf("## Limits")))
                .results()
                .forEach(row -> listed.add(row.group(1)));
        Set<String> letters = new TreeSet<>();
        Pattern.compile("`(dlt_[a-z]+)`").matcher(documentation).results().forEach(name -> letters.add(name.group(1)));

        assertThat(properties("eventHeaders")).isEqualTo(listed);
        assertThat(properties("deadLetterHeaders")).isEqualTo(letters);
    }

    /** What the codec writes is what the example shows, and what headers, key and payload are described as. */
    @ParameterizedTest
    @MethodSource("types")
    void anExampleFitsItsDescription(String type) {
        JsonNode message = document.at("/components/messages/" + type);
        JsonNode example = message.path("examples").path(0);
        ObjectNode headers = ((ObjectNode) message.path("headers")).deepCopy();
        headers.set("allOf", WireJson.mapper().createArrayNode().add(document.at("/components/schemas/eventHeaders")));
        String key = example.at("/headers/ce_subject").asString();

        assertThat(violations(headers, example.path("headers"))).isEmpty();
        assertThat(key).matches(message.at("/bindings/kafka/key/pattern").asString());
        assertThat(example.at("/headers/ce_dataschema").asString())
                .isEqualTo(schemaId(message.at("/payload/schema/$ref").asString()));
        ((ObjectNode) example.path("headers")).properties().forEach(header -> {
            ObjectNode without = ((ObjectNode) example.path("headers")).deepCopy();
            without.remove(header.getKey());
            assertThat(violations(headers, without)).as(header.getKey()).isNotEmpty();
        });
    }

    /** The specification's own parser, which {@code .ci/install clients} puts there. */
    @Test
    void itsOwnParserTakesIt() throws IOException, InterruptedException {
        assumeTrue(
                Files.isDirectory(NODE.resolve("node_modules/@asyncapi/parser")),
                "no AsyncAPI parser in contracts/src/test/node (npm ci)");
        Process parser = new ProcessBuilder(
                        "node", "parse.mjs", FILE.toAbsolutePath().toString())
                .directory(NODE.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(parser.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(parser.waitFor()).as(said).isZero();
        assertThat(said).startsWith(2 * Topics.all().size() + " channels");
    }

    private static Set<String> properties(String schema) {
        return new TreeSet<>(
                document.at("/components/schemas/" + schema + "/properties").propertyNames());
    }

    private static List<?> violations(JsonNode schema, JsonNode value) {
        Schema compiled = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(schema.toString(), InputFormat.JSON);
        return compiled.validate(value.toString(), InputFormat.JSON);
    }

    private static String schemaId(String reference) {
        try {
            return WireJson.mapper()
                    .readTree(Files.readString(RESOURCES.resolve(reference).normalize()))
                    .path("$id")
                    .asString();
        } catch (IOException e) {
            throw new AssertionError(reference, e);
        }
    }
}
