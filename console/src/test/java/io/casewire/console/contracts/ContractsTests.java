package io.casewire.console.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.console.ConsoleApplication;
import io.casewire.console.RunningConsole;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asked of the running gateway, as nobody: no request here has a token. */
class ContractsTests {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static RunningConsole console;

    @BeforeAll
    static void start() {
        console = RunningConsole.before(URI.create("http://127.0.0.1:9"));
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    static Stream<String> events() {
        return ContractFiles.ofThisBuild().events().stream();
    }

    @Test
    void theTopicsAreDescribedAndEveryReferenceLeadsToASchemaThatIsServed() throws Exception {
        HttpResponse<String> answer = get("/api/asyncapi");
        Set<String> references = new TreeSet<>();
        JSON.readTree(answer.body()).findValues("$ref").forEach(each -> references.add(each.asString()));
        references.removeIf(reference -> reference.startsWith("#"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/vnd.aai.asyncapi+json;version=3.0.0");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(references).hasSameSizeAs(events().toList());
        for (String reference : references) {
            HttpResponse<String> schema =
                    get(console.at("/api/asyncapi").resolve(reference).getPath());
            assertThat(schema.statusCode()).as(reference).isEqualTo(200);
            assertThat("./schemas/" + JSON.readTree(schema.body()).path("$id").asString())
                    .isEqualTo(reference);
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void aSchemaIsWhereTheHeaderOfItsEventSays(String event) throws Exception {
        JsonNode topics = JSON.readTree(get("/api/asyncapi").body());
        String dataSchema = topics.at("/components/messages/" + event + "/examples/0/headers/ce_dataschema")
                .asString();

        HttpResponse<String> answer = get("/api/schemas/" + dataSchema);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/schema+json");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("max-age=86400, public, immutable");
        assertThat(JSON.readTree(answer.body()).path("$id").asString()).isEqualTo(dataSchema);
        assertThat(get("/api/schemas/" + dataSchema.replace(":", "%3A")).body()).isEqualTo(answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/asyncapi",
                "/api/schemas/urn:casewire:schema:casewire.case.published.v1",
                "/contracts/",
                "/contracts/en.html",
                "/contracts/asyncapi.yaml",
                "/contracts/openapi/ingest.json",
                "/contracts/casewire-contracts.zip"
            })
    void whatIsAsItWasIsNotSentAgain(String path) throws Exception {
        String tag = get(path).headers().firstValue("ETag").orElseThrow();

        assertThat(get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get(path, "If-None-Match", "W/\"other\"").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "urn:casewire:schema:casewire.case.publishd.v1 | urn:casewire:schema:casewire.case.published.v1",
                "casewire.plan.progress-reported.v1 | urn:casewire:schema:casewire.plan.progress-reported.v1",
            })
    void aSchemaThatIsNotThereNamesTheNearest(String id, String nearest) throws Exception {
        HttpResponse<String> answer = get("/api/schemas/" + id);
        JsonNode problem = JSON.readTree(answer.body());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(problem.path("type").asString()).isEqualTo("urn:casewire:problem:not-found");
        assertThat(problem.path("nearest").valueStream().map(JsonNode::asString))
                .first()
                .isEqualTo(nearest);
        assertThat(problem.path("detail").asString()).contains(id, nearest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/contracts/none.html", "/contracts/schema/none.json", "/contracts/schema/a/b"})
    void aFileThatIsNotThereIsAProblem(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void theFolderWithoutASlashLeadsToThePage() throws Exception {
        HttpResponse<String> answer = get("/contracts");

        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.headers().firstValue("Location")).contains("contracts/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"index.html", "en.html"})
    void thePageNamesAllOfItAndEveryLinkLeadsSomewhere(String file) throws Exception {
        String page = get("/contracts/" + file).body();
        JsonNode topics = JSON.readTree(get("/api/asyncapi").body());

        assertThat(page).doesNotContain("<script", "<style", "style=", "//", "http:", "https:");
        assertThat(topics.path("channels").propertyNames())
                .filteredOn(name -> !name.endsWith("-dlt"))
                .allSatisfy(name -> assertThat(page).contains("<code id=\"" + name + "\">"));
        assertThat(events()).allSatisfy(event -> assertThat(page).contains("<code id=\"" + event + "\">"));
        for (String service : ContractFiles.SERVICES) {
            JSON.readTree(get("/contracts/openapi/" + service + ".json").body())
                    .path("paths")
                    .propertyNames()
                    .forEach(path -> assertThat(page).contains("<code>" + path + "</code>"));
        }
        List<String> links = Pattern.compile("href=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        assertThat(links).hasSizeGreaterThan(2 * events().toList().size());
        for (String link : links) {
            if (link.startsWith("#")) {
                assertThat(page).contains("id=\"" + link.substring(1) + "\"");
            } else {
                assertThat(get("/contracts/" + link).statusCode()).as(link).isEqualTo(200);
            }
        }
    }

    @Test
    void thePageIsChineseFirst() throws Exception {
        assertThat(get("/contracts/").body()).contains("lang=\"zh\"", "<h2>主题</h2>", "案例：贸易便利化", "谁可读取");
        assertThat(get("/contracts/en.html").body()).contains("lang=\"en\"", "<h2>Topics</h2>", "Cases: trade");
    }

    @Test
    void yamlSaysWhatJsonSays() throws Exception {
        JsonNode json = JSON.readTree(get("/contracts/asyncapi.json").body());
        JsonNode yaml =
                JSON.valueToTree(new Yaml().load(get("/contracts/asyncapi.yaml").body()));

        assertThat(yaml.toString()).isEqualTo(json.toString());
    }

    @Test
    void theFolderOfAReleaseAndTheArchiveHoldWhatIsServed(@TempDir Path folder) throws Exception {
        ConsoleApplication.main(new String[] {"contracts", folder.toString()});
        Map<String, String> written = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                written.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        HttpResponse<byte[]> zip = CLIENT.send(
                HttpRequest.newBuilder(console.at("/contracts/casewire-contracts.zip"))
                        .build(),
                BodyHandlers.ofByteArray());

        assertThat(written).containsKeys("index.html", "en.html", "contracts.css", "asyncapi.json", "asyncapi.yaml");
        assertThat(written)
                .hasSize(5
                        + ContractFiles.SERVICES.size()
                        + 2 * events().toList().size());
        for (Map.Entry<String, String> file : written.entrySet()) {
            assertThat(get("/contracts/" + file.getKey()).body())
                    .as(file.getKey())
                    .isEqualTo(file.getValue());
        }
        assertThat(unpacked(zip.body())).isEqualTo(written);
    }

    private static Map<String, String> unpacked(byte[] zip) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(
                        entry.getName().replaceFirst("^casewire-contracts/", ""),
                        new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(console.at(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
