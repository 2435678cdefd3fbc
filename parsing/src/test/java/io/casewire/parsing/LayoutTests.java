package io.casewire.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.DocumentRecord;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.ParsedRecord;
import io.casewire.contracts.parsed.TaskRecord;
import io.casewire.contracts.wire.WireJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Invented documents in the layouts that agencies use, each with what a reader finds in it. A field is named by its path in
 * the JSON form of a record; {@code #} at its end stands for the number of its elements.
 */
class LayoutTests {
    private static final List<String> JUDGED_APART = List.of("title", "number");

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void readsEveryLayoutAsAReaderWould(String name, JsonNode expected) throws IOException {
        ParsedDocument parsed = new DocumentParser().parse(bytes(name), name);

        List<String> misses = new ArrayList<>();
        judgeDocument(parsed, expected, misses);
        List<JsonNode> records = parsed.records().stream()
                .filter(record -> record instanceof CaseRecord || record instanceof TaskRecord)
                .map(LayoutTests::json)
                .toList();
        List<String> titles =
                records.stream().map(record -> text(record, "title")).toList();
        if (expected.has("titles")) {
            compare("titles", text(expected, "titles"), String.join("|", titles), misses);
        }
        for (JsonNode wanted : expected.path("records")) {
            judgeRecord(records, wanted, misses);
        }
        misses.forEach(miss -> System.out.println("layout " + name + ": " + miss));
        if (!misses.isEmpty()) {
            titles.forEach(title -> System.out.println("layout " + name + ": has " + title));
            parsed.diagnostics().forEach(found -> System.out.println("layout " + name + ": says " + found.message()));
        }

        assertThat(misses).isEmpty();
    }

    private static void judgeDocument(ParsedDocument parsed, JsonNode expected, List<String> misses) {
        DocumentRecord document = parsed.document();
        if (!List.of(text(expected, "genre").split("\\|"))
                .contains(document.genre().name())) {
            misses.add("genre: expected " + text(expected, "genre") + ", found " + document.genre());
        }
        compare("cases", expected.path("cases").asInt(0), document.counts().cases(), misses);
        compare("tasks", expected.path("tasks").asInt(0), document.counts().tasks(), misses);
        compare(
                "adoptions",
                expected.path("adoptions").asInt(0),
                document.counts().adoptions(),
                misses);
        JsonNode read = json(document);
        if (expected.has("declared")) {
            compare("declared", text(expected, "declared"), text(read, "declared.cases"), misses);
        }
        if (expected.has("documentNumber")) {
            compare("documentNumber", text(expected, "documentNumber"), text(read, "documentNumber"), misses);
        }
        if (document.genre() == Genre.UNRECOGNISED) {
            compare("records", 0, parsed.records().size(), misses);
            String reason = text(expected, "says");
            if (parsed.diagnostics().stream().noneMatch(found -> found.message().contains(reason))) {
                misses.add("says nothing of '" + reason + "'");
            }
        }
    }

    private static void judgeRecord(List<JsonNode> records, JsonNode wanted, List<String> misses) {
        List<JsonNode> found = records.stream()
                .filter(record -> JUDGED_APART.stream()
                        .allMatch(field ->
                                !wanted.has(field) || text(wanted, field).equals(text(record, field))))
                .toList();
        if (found.size() != 1) {
            misses.add(found.size() + " records for " + wanted);
            return;
        }
        for (Map.Entry<String, JsonNode> field : wanted.properties()) {
            compare(
                    text(found.getFirst(), "title") + " " + field.getKey(),
                    text(wanted, List.of(field.getKey())),
                    text(found.getFirst(), field.getKey()),
                    misses);
        }
    }

    private static void compare(String field, Object expected, Object found, List<String> misses) {
        if (!expected.equals(found)) {
            misses.add(field + ": expected " + expected + ", found " + found);
        }
    }

    private static String text(JsonNode record, String path) {
        return text(record, List.of(path.split("\\.")));
    }

    private static String text(JsonNode record, List<String> path) {
        JsonNode node = record;
        for (String step : path) {
            if (step.endsWith("#") && !node.has(step)) {
                return String.valueOf(
                        node.path(step.substring(0, step.length() - 1)).size());
            }
            node = node.path(step);
        }
        if (node.isArray()) {
            return String.join("|", node.valueStream().map(JsonNode::asString).toList());
        }
        return node.isMissingNode() || node.isNull() ? "" : node.asString();
    }

    private static JsonNode json(ParsedRecord record) {
        return WireJson.mapper().valueToTree(record);
    }

    static Stream<Object[]> documents() throws IOException {
        return WireJson.mapper().readTree(bytes("expectations.json")).properties().stream()
                .map(entry -> new Object[] {entry.getKey(), entry.getValue()});
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(LayoutTests.class.getResourceAsStream("/layouts/" + name))) {
            return in.readAllBytes();
        }
    }
}
