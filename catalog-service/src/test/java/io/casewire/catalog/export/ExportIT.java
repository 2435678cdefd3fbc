package io.casewire.catalog.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.casewire.catalog.CaseDraft;
import io.casewire.catalog.CatalogClient;
import io.casewire.catalog.CatalogTest;
import io.casewire.catalog.Wire;
import io.casewire.contracts.wire.WireJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import tools.jackson.databind.JsonNode;

@CatalogTest
class ExportIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String EXPORT = "/api/catalog/v1/export";
    private static final int CASES = 130;

    private final Wire wire = new Wire();
    private final CatalogClient client;
    private final String base;

    private final MongoTemplate mongo;

    ExportIT(@LocalServerPort int port, @Autowired MongoTemplate mongo) {
        this.mongo = mongo;
        this.client = new CatalogClient(port);
        this.base = "http://127.0.0.1:" + port;
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void everyCaseOfASearchIsInEveryFormInItsOrderAndNoOther() throws IOException, InterruptedException {
        for (int i = 0; i < CASES; i++) {
            wire.tell(
                    CaseDraft.of("out" + i, "出口" + i)
                            .leadUnits("出口测试厅")
                            .practice(i == 0 ? "=出口，\"引号\"\n另起" : "出口流程。")
                            .content(),
                    1);
        }
        wire.tell(CaseDraft.of("other", "无关").leadUnits("别厅").content(), 1);
        wire.flush();
        String query = "?unit=" + URLEncoder.encode("出口测试厅", StandardCharsets.UTF_8) + "&q="
                + URLEncoder.encode("出口", StandardCharsets.UTF_8);
        await().atMost(SOON).untilAsserted(() -> assertThat(client.get("/api/catalog/v1/cases", "unit", "出口测试厅")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(CASES));

        HttpResponse<byte[]> ndjson = get(query);
        List<JsonNode> lines = new String(ndjson.body(), StandardCharsets.UTF_8)
                .lines()
                .map(line -> WireJson.mapper().readTree(line))
                .toList();
        assertThat(header(ndjson, "Content-Type")).isEqualTo("application/x-ndjson");
        assertThat(header(ndjson, "RateLimit-Policy")).isEqualTo("\"anonymous\";q=6000;w=60");
        assertThat(lines).hasSize(CASES);
        String first = lines.getFirst().path("case").path("id").asString();
        assertThat(client.get("/api/catalog/v1/cases/" + first).json()).isEqualTo(lines.getFirst());
        assertThat(client.get("/api/catalog/v1/cases", "unit", "出口测试厅", "q", "出口", "size", "100")
                        .ids())
                .isEqualTo(lines.stream()
                        .limit(100)
                        .map(line -> line.path("case").path("id").asString())
                        .toList());

        HttpResponse<byte[]> csv = get(query + "&format=csv&lang=en");
        assertThat(header(csv, "Content-Type")).startsWith("text/csv");
        assertThat(header(csv, "Content-Disposition"))
                .matches("attachment; filename=\"cases-\\d{8}\\.csv\"; filename\\*=UTF-8''reform-cases-\\d{8}\\.csv");
        assertThat(new String(csv.body(), StandardCharsets.UTF_8))
                .startsWith("\uFEFFCase ID,Title")
                .contains("\"'=出口，\"\"引号\"\"\n另起\"")
                .doesNotContain("无关");

        HttpResponse<byte[]> xlsx = get(query + "&format=XLSX");
        assertThat(header(xlsx, "Content-Disposition"))
                .contains("filename*=UTF-8''%E6%94%B9%E9%9D%A9%E6%A1%88%E4%BE%8B-");
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(xlsx.body()))) {
            assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(CASES);
        }
    }

    @Test
    void aSearchThatFindsNothingIsAFileWithoutCases() throws IOException, InterruptedException {
        assertThat(get("?q=zzzzqqqq").body()).isEmpty();
        assertThat(new String(get("?q=zzzzqqqq&format=csv").body(), StandardCharsets.UTF_8))
                .startsWith("\uFEFF案例编号")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({
        "format=xls,unknown-value,format",
        "lang=fr,unknown-value,lang",
        "domain=tarde,unknown-value,domain",
        "size=5,unknown-parameter,size",
        "cursor=x,unknown-parameter,cursor",
        "formt=csv,unknown-parameter,formt"
    })
    void whatIsNotUnderstoodIsRefusedBeforeAnythingIsSent(String query, String type, String parameter)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> refused = get("?" + query);
        JsonNode problem = WireJson.mapper().readTree(refused.body());

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(header(refused, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.headers().firstValue("Content-Disposition")).isEmpty();
        assertThat(problem.path("type").asString()).endsWith(type);
        assertThat(problem.path("parameter").asString()).isEqualTo(parameter);
    }

    @Test
    void whatFailsInTheMiddleIsNeverTakenForWhole() throws IOException, InterruptedException {
        String broken = CaseDraft.of("broken", "断").content().id().value();
        wire.tell(CaseDraft.of("broken", "断").leadUnits("断厅").content(), 1, CaseDraft.MORNING.minusSeconds(9_000));
        for (int i = 0; i < CASES; i++) {
            wire.tell(
                    CaseDraft.of("cut" + i, "断" + i)
                            .leadUnits("断厅")
                            .practice("很长的做法。".repeat(100))
                            .content(),
                    1);
        }
        wire.flush();
        String query = "?unit=" + URLEncoder.encode("断厅", StandardCharsets.UTF_8);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(new String(get(query).body(), StandardCharsets.UTF_8))
                        .hasLineCount(CASES + 1));
        Query last = Query.query(Criteria.where("_id").is(broken));
        String whole = Objects.requireNonNull(mongo.findOne(last, Document.class, "cases"))
                .getString("record");
        try {
            // the last in the order of the search can no longer be read
            mongo.updateFirst(last, Update.update("record", "{"), "cases");
            for (String format : List.of("ndjson", "csv")) {
                assertThatThrownBy(() -> get(query + "&format=" + format)).isInstanceOf(IOException.class);
            }
            // so small a workbook was not begun to be sent
            HttpResponse<byte[]> refused = get(query + "&format=xlsx");
            assertThat(refused.statusCode()).isEqualTo(500);
            assertThat(header(refused, "Content-Type")).isEqualTo("application/problem+json");
        } finally {
            mongo.updateFirst(last, Update.update("record", whole), "cases");
        }
    }

    @Test
    void headTellsWhatWouldComeWithoutWritingIt() throws IOException, InterruptedException {
        HttpResponse<byte[]> head = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(base + EXPORT + "?format=xlsx"))
                                .HEAD()
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "Content-Type")).startsWith("application/vnd.openxmlformats");
    }

    private HttpResponse<byte[]> get(String query) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(base + EXPORT + query))
                                .timeout(SOON)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
