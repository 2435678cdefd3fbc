package io.casewire.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a service gets that has nothing but serving, and a store that is away. */
class AnsweringTests {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        service = Answering.builder()
                .run(
                        "--server.port=0",
                        "--logging.structured.format.console=",
                        "--spring.mongodb.uri=mongodb://127.0.0.1:9/answering",
                        "--casewire.store.selection-timeout=300ms");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aServicesOwnSettingsGoBeforeTheDefaults() {
        assertThat(service.getEnvironment().getProperty("spring.application.name"))
                .isEqualTo("casewire-answering");
        assertThat(service.getEnvironment().getProperty("casewire.messaging.group"))
                .isEqualTo("casewire-answering");
        assertThat(service.getEnvironment().getProperty("server.tomcat.connection-timeout"))
                .isEqualTo("7s");
        assertThat(service.getEnvironment().getProperty("server.tomcat.keep-alive-timeout"))
                .isEqualTo("60s");
        assertThat(service.getEnvironment().getProperty("server.address")).isEqualTo("127.0.0.1");
    }

    @Test
    void theClockTicksInMillisecondsAsTheStoreDoes() {
        assertThat(service.getBean(InstantSource.class)).isSameAs(service.getBean(Clock.class));
        for (int i = 0; i < 20; i++) {
            Instant now = service.getBean(InstantSource.class).instant();
            assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MILLIS));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/stored", "/raw", "/client"})
    void whileTheStoreIsAwayItSaysWhenToAskAgain(String path) throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(at(path)).timeout(Duration.ofSeconds(20)));
        assertThat(problem(answer, 503).path("type").asString()).isEqualTo("urn:casewire:problem:store-unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"size\":\"SMALLL\"}            | unknown-value    | 'SMALLL' is no size. Did you mean SMALL? There are SMALL, LARGE.",
                "{\"next\":{\"size\":\"medium\"}} | unknown-value    | 'medium' is no next.size.",
                "{\"siez\":\"SMALL\"}             | unknown-property | There is no property 'siez'. Did you mean size?",
                "{\"next\":{\"nmaes\":[]}}        | unknown-property | There is no property 'nmaes'. Did you mean names?",
                "{\"count\":\"many\"}             | invalid-body     | 'count' has to be a number.",
                "{\"count\":\"5\"}                | invalid-body     | 'count' has to be a number.",
                "{\"names\":\"a\"}                | invalid-body     | 'names' has to be a list.",
                "{\"names\":[5]}                  | invalid-body     | 'names[0]' has to be a text.",
                "{\"names\":[[]]}                 | invalid-body     | 'names[0]' has to be a text.",
                "[]                               | invalid-body     | The body has to be an object.",
                "{\"count\":1,\"count\":2}        | malformed-json   | count",
                "{\"count\":                      | malformed-json   | line 1",
                "{\"names\":[\"a\\ud800\"]}         | invalid-body     | 'names[0]' was damaged",
                "{\"size\":\"\\udc00\"}             | unknown-value    | is no size",
                "{\"\\ud800x\":1}                 | malformed-json   | goes wrong at line 1",
                "{\"names\":[\"a                  | malformed-json   | ends too early at line 1",
                "{'size':1}                       | malformed-json   | goes wrong at line 1",
                "{} {}                            | invalid-body     | body",
            })
    void aBodyIsRefusedByWhatIsWrongWithIt(String body, String slug, String detail) throws Exception {
        JsonNode problem = problem(post("/orders", body), 400);
        assertThat(problem.path("type").asString()).isEqualTo("urn:casewire:problem:" + slug);
        assertThat(problem.path("detail").asString())
                .contains(detail)
                .doesNotContain("casewire.", "java.", "tools.", "Exception", "INCLUDE_", "Feature", "REDACTED");
    }

    @Test
    void aBodyThatIsUnderstoodIsTaken() throws Exception {
        HttpResponse<String> answer = post("/orders", "{\"size\":\"LARGE\",\"count\":2,\"names\":[\"甲\"],\"next\":{}}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void aCharacterOfTwoHalvesIsTaken() throws Exception {
        HttpResponse<String> answer = post("/orders", "{\"names\":[\"\\ud83d\\ude00\",\"😀\"]}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(JsonMapper.shared()
                        .readTree(answer.body())
                        .path("names")
                        .path(0)
                        .asString())
                .isEqualTo("😀");
    }

    @Test
    void aRecordSaysItselfWhatItMisses() throws Exception {
        assertThat(problem(post("/checked", "{}"), 400).path("detail").asString())
                .isEqualTo("A name is needed.");
    }

    @ParameterizedTest
    @CsvSource({
        "size=SMAL,SMALL",
        "size=%20SMALL,SMALL",
        "open=ture,true",
        "open=TRUE,true",
    })
    void aValueOfAClosedSetIsRefusedWithTheNearest(String query, String nearest) throws Exception {
        JsonNode problem = problem(send(HttpRequest.newBuilder(at("/orders?" + query))), 400);
        assertThat(problem.path("type").asString()).isEqualTo("urn:casewire:problem:unknown-value");
        assertThat(problem.path("parameter").asString()).isEqualTo(query.replaceFirst("=.*", ""));
        assertThat(problem.path("nearest").path(0).asString()).isEqualTo(nearest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "open=on",
                "open=yes",
                "open=1",
                "open=%20true",
                "limit=%2B5",
                "limit=%205",
                "limit=0x10",
                "limit=5.0",
                "limit=1e1",
                "limit=%EF%BC%95",
                "limit=99999999999",
                "size",
                "size=",
                "open=",
                "limit=%20"
            })
    void aValueIsTakenAsWrittenOrRefused(String query) throws Exception {
        JsonNode problem = problem(send(HttpRequest.newBuilder(at("/orders?" + query))), 400);
        assertThat(problem.path("parameter").asString()).isEqualTo(query.replaceFirst("=.*", ""));
    }

    @ParameterizedTest
    @CsvSource({"size=SMALL,SMALL false 1", "size=small&open=true,SMALL true 1", "limit=10,null false 10"})
    void aConstantIsTakenInCapitalsAndInSmallLetters(String query, String taken) throws Exception {
        assertThat(send(HttpRequest.newBuilder(at("/orders?" + query))).body()).isEqualTo(taken);
    }

    @Test
    void aBodyOfManyMegabytesIsRefused() throws Exception {
        assertThat(problem(post("/orders", "{\"names\":[\"" + "a".repeat(5_000_000) + "\"]}"), 400)
                        .path("detail")
                        .asString())
                .isNotBlank();
    }

    private static HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI at(String path) {
        return URI.create(
                "http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port") + path);
    }

    private static JsonNode problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        return JsonMapper.shared().readTree(answer.body());
    }
}
