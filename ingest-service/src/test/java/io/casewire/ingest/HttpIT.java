package io.casewire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.embedded.SharedKafka;
import io.casewire.embedded.SharedStore;
import io.casewire.identity.Role;
import io.casewire.ingest.RunningIngest.Answer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Who may do what, what is refused, and what is shown. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpIT {
    private static final int LIMIT = 100_000;
    private static final String RECORD = "/api/ingest/v1/records/" + LineParser.caseId("x", "1");

    private RunningIngest ingest;

    @BeforeAll
    void start(@TempDir Path directory) {
        ingest = RunningIngest.start(
                SharedKafka.bootstrapServers(),
                SharedStore.freshDatabase(),
                directory,
                Map.of(
                        "casewire.ingest.upload.max-size",
                        LIMIT + "B",
                        "casewire.ingest.upload.max-request-size",
                        LIMIT + 2000 + "B",
                        "casewire.ingest.parsing.time-limit",
                        "2s",
                        "casewire.ingest.parsing.memory",
                        "8MB"));
    }

    @AfterAll
    void stop() {
        ingest.close();
    }

    static Stream<Arguments> writes() {
        String documents = RunningIngest.DOCUMENTS;
        String retry = documents + "/src-0123456789abcdefghijklmnop/retry";
        List<Arguments> table = new ArrayList<>();
        for (Role role : Role.values()) {
            boolean brings = role == Role.PUBLISHER || role == Role.OPERATOR;
            table.add(Arguments.of(documents + "?dryRun=true", role, brings ? 200 : 403));
            table.add(Arguments.of(retry, role, brings ? 404 : 403));
            table.add(Arguments.of(
                    "DELETE " + documents + "/src-0123456789abcdefghijklmnop",
                    role,
                    role == Role.OPERATOR ? 404 : 403));
            table.add(Arguments.of(RECORD + "/withdraw", role, role == Role.OPERATOR ? 404 : 403));
            table.add(Arguments.of(RECORD + "/restore", role, role == Role.OPERATOR ? 404 : 403));
        }
        return table.stream();
    }

    @ParameterizedTest
    @MethodSource("writes")
    void eachWriteAsksForItsRole(String path, Role role, int status) {
        Answer answer = path.startsWith("DELETE ")
                ? ingest.delete(path.substring("DELETE ".length()), role)
                : ingest.post(path, role, "{\"reason\":\"title|x\"}");

        assertThat(answer.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void noWriteIsAnonymous(String path, Role role, int status) {
        Answer answer = path.startsWith("DELETE ")
                ? ingest.send(
                        ingest.anonymous(path.substring("DELETE ".length())).DELETE())
                : ingest.send(ingest.anonymous(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}")));

        assertThat(answer.status()).isEqualTo(401);
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("empty", new byte[0], 400, "document-empty"),
                Arguments.of("blank", " \n \n".getBytes(StandardCharsets.UTF_8), 400, "document-empty"),
                Arguments.of(
                        "too large", "字".repeat(LIMIT).getBytes(StandardCharsets.UTF_8), 413, "document-too-large"),
                Arguments.of(
                        "too costly", "a\n".repeat(9000).getBytes(StandardCharsets.UTF_8), 413, "document-too-costly"),
                Arguments.of("NULs", new byte[999], 415, "document-type-unsupported"),
                Arguments.of("gzip", new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0}, 415, "document-type-unsupported"),
                Arguments.of("binary", binary(), 415, "document-type-unsupported"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void whatCannotBeReadIsRefusedAsAProblem(String name, byte[] bytes, int status, String slug) {
        Answer raw = ingest.upload(bytes, "?name=a.txt");
        Answer form = ingest.send(multipart("a.txt", bytes));

        assertThat(List.of(raw, form)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.json().path("type").asString()).isEqualTo("urn:casewire:problem:" + slug);
            assertThat(answer.json().path("detail").asString()).isNotBlank();
        });
    }

    static Stream<Arguments> deadly() {
        return Stream.of(
                Arguments.of("overflow", "TOO_DEEP"),
                Arguments.of("outofmemory", "TOO_MUCH"),
                Arguments.of("sleep", "TOO_SLOW"));
    }

    @ParameterizedTest
    @MethodSource("deadly")
    void aFileTheParserCannotTakeFailsAlone(String line, String code) {
        Answer bad = ingest.upload(line + "\n" + UUID.randomUUID(), "?name=bad.txt");
        Answer good = ingest.upload("title|" + UUID.randomUUID() + "\ncase|1|trade|一|好\n", "?name=good.txt");

        assertThat(ingest.untilThrough(good.json().path("id").asString())
                        .path("state")
                        .asString())
                .isEqualTo("PUBLISHED");
        JsonNode failed = ingest.untilThrough(bad.json().path("id").asString());
        assertThat(failed.path("state").asString()).isEqualTo("FAILED");
        assertThat(failed.path("refusal").path("code").asString()).isEqualTo(code);
    }

    @Test
    void aRefusalForItsCostNamesTheLimitAndItsSetting() {
        Answer answer = ingest.upload("a\n".repeat(9000), "?name=a.txt");

        assertThat(answer.json().path("code").asString()).isEqualTo("DOCUMENT_TOO_COSTLY");
        assertThat(answer.json().path("limit").asLong()).isEqualTo(8 << 20);
        assertThat(answer.json().path("detail").asString()).contains("8 MB").contains("casewire.ingest.parsing.memory");
    }

    @Test
    void everyFileOfAFormIsTakenOrRefusedByItself() {
        Map<String, String> files = new LinkedHashMap<>();
        String title = UUID.randomUUID().toString();
        files.put("a.txt", "title|" + title + "a\ncase|1|trade|一|好\n");
        files.put("b.txt", " ");
        files.put("c.txt", "title|" + title + "c\ncase|1|trade|一|好\n");

        Answer answer = ingest.uploadForm("file", files);

        assertThat(answer.status()).isEqualTo(207);
        JsonNode items = answer.json().path("items");
        assertThat(items).extracting(item -> item.path("name").asString()).containsExactly("a.txt", "b.txt", "c.txt");
        assertThat(items).extracting(item -> item.path("status").asInt()).containsExactly(202, 400, 202);
        assertThat(items.path(1).path("refusal").path("type").asString())
                .isEqualTo("urn:casewire:problem:document-empty");
        for (int taken : List.of(0, 2)) {
            JsonNode item = items.path(taken);
            assertThat(item.path("document").path("id")).isEqualTo(item.path("id"));
            assertThat(ingest.untilThrough(item.path("id").asString())
                            .path("state")
                            .asString())
                    .isEqualTo("PUBLISHED");
        }
        files.remove("b.txt");
        assertThat(ingest.uploadForm("file", files).status()).isEqualTo(200);
    }

    @Test
    void aFormOfNothingButRefusedFilesIsRefused() {
        assertThat(ingest.uploadForm("file", Map.of("a.txt", " ", "b.txt", "\n"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aFilePartOfAnotherNameIsRefusedNotDropped() {
        Answer answer = ingest.uploadForm("files", Map.of("a.txt", "title|x\n"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void aFormThatIsNoneIsAProblem() {
        Answer answer = ingest.send(ingest.request(RunningIngest.DOCUMENTS, Role.PUBLISHER)
                .header("Content-Type", "multipart/form-data")
                .POST(BodyPublishers.ofString("nothing of the kind")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void aFormEncodedBodyIsAnsweredWithAProblem() {
        Answer answer = ingest.send(ingest.request(RunningIngest.DOCUMENTS, Role.PUBLISHER)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("a=b")));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void aRefusalReachesWhoIsStillSending() {
        byte[] large = new byte[10_000_000];
        String document = RunningIngest.DOCUMENTS + "?name=large.txt";

        assertThat(ingest.send(ingest.anonymous(document).POST(BodyPublishers.ofByteArray(large)))
                        .status())
                .isEqualTo(401);
        assertThat(ingest.send(ingest.request(document, Role.READER).POST(BodyPublishers.ofByteArray(large)))
                        .status())
                .isEqualTo(403);
        assertThat(ingest.upload(large, "?name=large.txt").status()).isEqualTo(413);
    }

    @Test
    void showsRecordsTextOriginalAndDiagnostics() {
        String title = UUID.randomUUID().toString();
        String text = "title|%s\n\ncase|1|trade|通关提速|好\nerror|ODD|不对\n".formatted(title);
        Answer uploaded = ingest.send(multipart("目录/关于\"通关\".txt", text.getBytes(StandardCharsets.UTF_8)));
        String path = RunningIngest.DOCUMENTS + "/" + uploaded.json().path("id").asString();
        JsonNode status = ingest.untilThrough(uploaded.json().path("id").asString());

        assertThat(status.path("name").asString()).isEqualTo("关于\"通关\".txt");
        assertThat(status.path("diagnostics").path(0).path("code").asString()).isEqualTo("ODD");
        assertThat(ingest.get(RunningIngest.DOCUMENTS + "/"
                                + status.path("documentId").asString())
                        .json()
                        .path("id"))
                .isEqualTo(status.path("id"));
        Answer records = ingest.get(path + "/records");
        assertThat(records.header("Content-Type")).startsWith("application/x-ndjson");
        assertThat(records.response().body().lines())
                .hasSize(3)
                .first()
                .asString()
                .startsWith("{\"kind\":\"document\"");
        Answer array = ingest.send(ingest.anonymous(path + "/records").header("Accept", "application/json"));
        assertThat(array.json()).hasSize(3);
        Answer lines = ingest.send(ingest.anonymous(path + "/text").header("Accept", "application/json"));
        assertThat(lines.json().path(1).path("lines").toString()).isEqualTo("[3,3]");
        Answer page = ingest.send(ingest.anonymous(path + "/text").header("Accept", "text/html,*/*;q=0.8"));
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'; style-src 'sha256-");
        assertThat(page.response().body()).contains("<p id=\"L3\">");
        Answer original = ingest.get(path + "/original");
        assertThat(original.response().body()).isEqualTo(text);
        assertThat(original.header("Content-Disposition")).startsWith("attachment");
        assertThat(original.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(ingest.get(path + "/preview").json().path("preview").path("unchanged"))
                .hasSize(1);
    }

    @Test
    void progressEndsWhenTheDocumentIsThrough() {
        Answer uploaded = ingest.upload("title|" + UUID.randomUUID() + "\ncase|1|trade|一|好\n", "?name=a.txt");

        Answer stream = ingest.get(
                RunningIngest.DOCUMENTS + "/" + uploaded.json().path("id").asString() + "/progress");

        assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
        assertThat(stream.response().body()).contains("event:status").contains("\"state\":\"PUBLISHED\"");
    }

    @Test
    void pagesHoldEachDocumentOnceWhileOthersComeIn() {
        for (int i = 0; i < 5; i++) {
            ingest.upload("title|" + UUID.randomUUID() + "\n", "?name=page-" + i + ".txt");
        }
        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            JsonNode page =
                    ingest.get(RunningIngest.DOCUMENTS + "?size=2" + next).json();
            page.path("items").forEach(item -> seen.add(item.path("id").asString()));
            next = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
            ingest.upload("title|" + UUID.randomUUID() + "\n", "?name=late.txt");
        } while (!next.isEmpty() && seen.size() < 200);

        assertThat(seen).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(5);
        assertThat(ingest.get(RunningIngest.DOCUMENTS + "?cursor=x").status()).isEqualTo(400);
        assertThat(ingest.get(RunningIngest.DOCUMENTS + "?state=NONE").status()).isEqualTo(400);
    }

    @Test
    void aStateIsTakenInEitherCase() {
        for (String state : List.of("PUBLISHED", "published", "Published")) {
            assertThat(ingest.get(RunningIngest.DOCUMENTS + "?state=" + state).status())
                    .as(state)
                    .isEqualTo(200);
        }
    }

    @Test
    void aReasonThatTellsNothingIsNone() {
        String path = "/api/ingest/v1/records/" + LineParser.caseId("nothing", "1") + "/withdraw";
        for (String reason : List.of("", " ", ".", "。", "\u0301", "\u200b")) {
            assertThat(ingest.post(path, Role.OPERATOR, "{\"reason\":\"" + reason + "\"}")
                            .status())
                    .as(reason)
                    .isEqualTo(400);
        }
    }

    @Test
    void whatIsNotThereIsNotFound() {
        String unknown = RunningIngest.DOCUMENTS + "/src-0123456789abcdefghijklmnop";

        for (String path : List.of(
                unknown, unknown + "/records", unknown + "/progress", RunningIngest.DOCUMENTS + "/..%2f", "/nothing")) {
            assertThat(ingest.get(path).status()).as(path).isIn(400, 404);
        }
        assertThat(ingest.get(unknown).json().path("type").asString())
                .isEqualTo("urn:casewire:problem:document-unknown");
    }

    @Test
    void probesAndMetricsAreThere() {
        assertThat(ingest.get("/actuator/health/liveness").json().path("status").asString())
                .isEqualTo("UP");
        assertThat(ingest.get("/actuator/health/readiness")
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("UP");
        assertThat(ingest.get("/actuator/prometheus").response().body()).contains("casewire_ingest_working");
        assertThat(ingest.get("/actuator/env").status()).isEqualTo(401);
    }

    private HttpRequest.Builder multipart(String name, byte[] bytes) {
        byte[] head = ("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name.replace("\"", "\\\"")
                        + "\"\r\nContent-Type: text/plain\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8);
        return ingest.request(RunningIngest.DOCUMENTS, Role.PUBLISHER)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofByteArrays(List.of(head, bytes, tail)));
    }

    private static byte[] binary() {
        byte[] bytes = new byte[5000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i % 7 + 1);
        }
        return bytes;
    }
}
