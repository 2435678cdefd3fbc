package io.casewire.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.casewire.conformance.RawHttp.Answer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The OpenAPI description of a service: that the one it serves is the one its code gives, and that what it answers is in it. Run with
 * {@code -Dcasewire.golden.write=true}, it is written anew.
 */
public final class OpenApi {
    private static final int TIMES = 8;
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final Pattern NAME = Pattern.compile("[a-z]+-[0-9a-v]{26}|[0-9]{6}");

    private final int port;
    private final String token;
    private final JsonNode description;
    private final Set<String> seen = new TreeSet<>();
    private final List<DynamicTest> tests = new ArrayList<>();

    private OpenApi(int port, String token, JsonNode description) {
        this.port = port;
        this.token = token;
        this.description = description;
    }

    /**
     * The tests of a service.
     *
     * @param name of the service in its addresses
     * @param token that may use everything
     */
    public static Stream<DynamicTest> of(ApplicationContext service, String name, String token) {
        ObjectNode made = Description.of(service, name);
        int port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        OpenApi openApi = new OpenApi(port, token, made);
        Path file = Path.of("src/main/resources/io/casewire/" + name + "/openapi.json");
        openApi.tests.add(DynamicTest.dynamicTest("what " + name + " serves is what its code gives", () -> {
            String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(made) + "\n";
            if (Boolean.getBoolean("casewire.golden.write")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            assertThat(Files.readString(file).lines())
                    .containsExactlyElementsOf(text.lines().toList());
            assertThat(openApi.send("GET", "/api/" + name + "/openapi", "", "").body())
                    .isEqualTo(Files.readString(file));
        }));
        openApi.tests.add(DynamicTest.dynamicTest(
                "the examples of " + name + " are what it may answer", () -> openApi.examples(made)));
        openApi.tests.add(DynamicTest.dynamicTest(
                "generators of clients can read " + name, () -> Generators.assertReadable(made)));
        // what is read first names what can be changed afterwards
        for (boolean reading : new boolean[] {true, false}) {
            made.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                    .filter(method -> method.getKey().equals("get") == reading)
                    .forEach(method -> openApi.operation(path.getKey(), method)));
        }
        return openApi.tests.stream();
    }

    private void examples(JsonNode node) {
        if (node.has("example")) {
            assertThat(schema(node.path("schema").deepCopy())
                            .validate(node.path("example").toString(), InputFormat.JSON))
                    .as(node.path("example").toString())
                    .isEmpty();
        }
        node.forEach(this::examples);
    }

    private void operation(String path, Map.Entry<String, JsonNode> method) {
        JsonNode operation = method.getValue();
        String id = operation.path("operationId").asString();
        if (operation.path("responses").path("200").path("content").has("text/event-stream")) {
            return;
        }
        tests.add(DynamicTest.dynamicTest(id + " answers nothing that is not described", () -> {
            for (int i = 0; i < TIMES; i++) {
                Invented invented = new Invented(id.hashCode() * 31L + i, seen);
                String target = target(path, operation, invented);
                ask(method.getKey().toUpperCase(Locale.ROOT), target, operation, invented);
            }
        }));
    }

    private static String target(String path, JsonNode operation, Invented invented) {
        String filled = Pattern.compile("\\{[^}]*}").matcher(path).replaceAll(_ -> encoded(invented.text()));
        StringBuilder query = new StringBuilder();
        for (JsonNode parameter : operation.path("parameters")) {
            boolean needed = parameter.path("required").asBoolean() || invented.isThere();
            if (parameter.path("in").asString().equals("query") && needed) {
                JsonNode value = invented.of(parameter.path("schema"));
                List<JsonNode> values = value.isArray() ? value.valueStream().toList() : List.of(value);
                for (JsonNode each : values) {
                    query.append(query.isEmpty() ? '?' : '&')
                            .append(parameter.path("name").asString())
                            .append('=')
                            .append(encoded(each.asString("")));
                }
            }
        }
        return filled + query;
    }

    private void ask(String method, String target, JsonNode operation, Invented invented) throws IOException {
        JsonNode content = operation.path("requestBody").path("content");
        String type = content.propertyStream()
                .map(Map.Entry::getKey)
                .filter(each -> !each.startsWith("multipart"))
                .findFirst()
                .orElse("");
        String body =
                switch (type) {
                    case "" -> "";
                    case "application/json" ->
                        invented.of(content.path(type).path("schema")).toString();
                    default -> invented.text();
                };
        Answer answer = send(method, target, type.isEmpty() ? "" : "Content-Type: " + type + "\r\n", body);
        String told = method + " " + target + " " + body + " -> " + answer;
        JsonNode described = resolved(operation.path("responses").path(String.valueOf(answer.status())));
        assertThat(described.isObject()).as("not described: " + told).isTrue();
        String answered = answer.headers().getOrDefault("content-type", "").replaceFirst(";.*", "");
        if (answer.body().isEmpty()) {
            return;
        }
        JsonNode media = described.path("content");
        JsonNode schema = media.path(media.has(answered) ? answered : "*/*").path("schema");
        assertThat(schema.isObject()).as("type not described: " + told).isTrue();
        if (answered.endsWith("json")) {
            assertThat(schema(schema).validate(answer.body(), InputFormat.JSON))
                    .as(told)
                    .isEmpty();
            remember(MAPPER.readTree(answer.body()));
        }
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? description.at(node.path("$ref").asString().substring(1)) : node;
    }

    private Schema schema(JsonNode schema) {
        ObjectNode whole = MAPPER.createObjectNode();
        whole.set("components", description.path("components"));
        whole.setAll((ObjectNode) schema);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole);
    }

    private void remember(JsonNode answer) {
        if (answer.isString() && NAME.matcher(answer.asString()).matches()) {
            seen.add(answer.asString());
        }
        answer.forEach(this::remember);
    }

    private Answer send(String method, String target, String headers, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return RawHttp.send(
                port,
                method + " " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer " + token
                        + "\r\n" + headers + "Content-Length: " + bytes.length + "\r\n\r\n" + body);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
