package io.casewire.console.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewire.conformance.RawHttp;
import io.casewire.console.Backend;
import io.casewire.console.RunningConsole;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class StatusTests {
    private static final String PROBE = "/actuator/health/readiness";

    @Test
    void isUpWhenEveryServiceIsReady() throws Exception {
        try (Backend ready = Backend.start().json(PROBE, "{\"status\":\"UP\"}");
                RunningConsole console = RunningConsole.before(ready.address())) {
            HttpResponse<String> answer = status(console);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(answer.body())
                    .startsWith("{\"status\":\"UP\",\"checked\":\"")
                    .contains("{\"name\":\"ingest\",\"status\":\"UP\"", "\"name\":\"notify\"");
        }
    }

    @Test
    void saysThatTheStoreIsForTrialsOnly() throws Exception {
        try (Backend ready = Backend.start().json(PROBE, "{\"status\":\"UP\"}");
                RunningConsole real = RunningConsole.before(ready.address());
                RunningConsole trial = RunningConsole.before(ready.address(), "casewire.status.trial-store=true")) {
            assertThat(status(real).body()).contains("\"trialStore\":false");
            assertThat(status(trial).body()).contains("\"trialStore\":true");
        }
    }

    @Test
    void metricsAreToldToWhoHasTheTokenWhereThereIsOne() throws Exception {
        String token = "a-token-of-the-test";
        try (Backend ready = Backend.start().json(PROBE, "{\"status\":\"UP\"}");
                RunningConsole open = RunningConsole.before(ready.address());
                RunningConsole guarded =
                        RunningConsole.before(ready.address(), "casewire.status.metrics-token=" + token)) {
            assertThat(metrics(open, "")).isEqualTo(200);
            assertThat(metrics(guarded, "Bearer " + token)).isEqualTo(200);
            for (String wrong : List.of("", "Bearer", "Bearer x", "Bearer " + token + "x", "Basic " + token)) {
                assertThat(metrics(guarded, wrong)).as(wrong).isEqualTo(401);
            }
            for (String path : List.of("/actuator", "/actuator/../actuator/prometheus", "/actuator;a=b/prometheus")) {
                assertThat(get(guarded, path, "")).as(path).isIn(401, 404);
            }
            assertThat(get(guarded, "/actuator/health/readiness", "")).isEqualTo(200);
            assertThat(get(guarded, "/actuator/health/../prometheus", "")).isIn(400, 401, 404);
        }
    }

    private static int metrics(RunningConsole console, String authorization) throws Exception {
        return get(console, "/actuator/prometheus", authorization);
    }

    private static int get(RunningConsole console, String path, String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(console.at(path)).timeout(Duration.ofSeconds(20));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    void tellsNotReadyFromUnreachableFromSilent() throws Exception {
        try (Backend ready = Backend.start().json(PROBE, "{\"status\":\"UP\"}");
                Backend notReady =
                        Backend.start().on(PROBE, exchange -> Backend.answer(exchange, 503, "application/json", "{}"));
                Backend silent = Backend.start().on(PROBE, exchange -> {
                    try {
                        Thread.sleep(Duration.ofSeconds(5));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
                RunningConsole console = RunningConsole.before(
                        ready.address(),
                        "casewire.routes.catalog=" + notReady.address(),
                        "casewire.routes.replication=" + nobody(),
                        "casewire.routes.notify=" + silent.address(),
                        "casewire.status.timeout=700ms")) {
            long start = System.nanoTime();
            HttpResponse<String> answer = status(console);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(4500));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .startsWith("{\"status\":\"DEGRADED\"")
                    .contains("\"name\":\"catalog\",\"status\":\"DOWN\"", "\"reason\":\"readiness 503\"")
                    .contains("\"name\":\"replication\",\"status\":\"UNREACHABLE\"", "\"reason\":\"nothing listens\"")
                    .contains("\"name\":\"notify\",\"status\":\"UNREACHABLE\"", "\"reason\":\"no answer in time\"");
        }
    }

    @Test
    void isNotUpWhileAServiceIsAliveButNotReady() throws Exception {
        try (Backend alive = Backend.start()
                        .json("/actuator/health/liveness", "{\"status\":\"UP\"}")
                        .json("/actuator/health", "{\"status\":\"UP\"}")
                        .on(PROBE, exchange -> Backend.answer(exchange, 503, "application/json", """
                                {"status":"DOWN","components":{
                                 "holdings":{"status":"DOWN","details":{"reason":"the store holds 0 of 584 cases",
                                             "host":"10.1.2.3"}},
                                 "mongo":{"status":"DOWN","details":{"error":"MongoTimeoutException: 10.1.2.3:27017"}},
                                 "listeners":{"status":"UP"}}}"""));
                RunningConsole console = RunningConsole.before(alive.address())) {
            assertThat(status(console).body())
                    .startsWith("{\"status\":\"DOWN\"")
                    .contains("\"reason\":\"holdings the store holds 0 of 584 cases; mongo DOWN\"")
                    .contains(
                            "{\"name\":\"holdings\",\"status\":\"DOWN\",\"reason\":\"the store holds 0 of 584 cases\"}")
                    .contains("{\"name\":\"mongo\",\"status\":\"DOWN\"}")
                    .doesNotContain("10.1.2.3", "listeners", "error");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"status\":\"OUT_OF_SERVICE\"}  | readiness OUT_OF_SERVICE",
                "{\"status\":\"UNKNOWN\"}         | readiness UNKNOWN",
                "{}                               | it answers, but not as a service does",
                "<html>all is well</html>         | it answers, but not as a service does",
                "{\"status\":\"UP\",\"components\":{\"a\":{\"status\":\"UP\",\"components\":{\"b\":{\"status\":\"DOWN\"}}}}} | a.b DOWN"
            })
    void isNotUpWhereAServiceAnswersWithAnythingElseThanThatItIsReady(String body, String reason) throws Exception {
        try (Backend odd = Backend.start().json(PROBE, body);
                RunningConsole console = RunningConsole.before(odd.address())) {
            assertThat(status(console).body())
                    .startsWith("{\"status\":\"DOWN\"")
                    .contains("\"reason\":\"" + reason + '"');
        }
    }

    @Test
    void aRefusalOfMetricsIsAProblemDocument() throws Exception {
        try (RunningConsole guarded = RunningConsole.before(
                URI.create("http://127.0.0.1:9"), "casewire.status.metrics-token=a-token-of-the-test")) {
            RawHttp.Answer answer = RawHttp.send(
                    guarded.port(), "GET /actuator/prometheus HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.headers()).containsEntry("www-authenticate", "Bearer");
            assertThat(answer.problem().get("type").asString()).endsWith(":unauthenticated");
        }
    }

    /** Left unread, it would open to everybody what was closed before. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "casewire.status.measures-token=a-token-of-the-test",
                "casewire.status.metrics-token=short",
                "casewire.gateway.largest-body=66MB"
            })
    void aSettingThatIsNotKnownOrNotGoodEnoughIsNotStartedWith(String setting) {
        assertThatThrownBy(() -> RunningConsole.before(URI.create("http://127.0.0.1:9"), setting)
                        .close())
                .hasStackTraceContaining(setting.substring(0, setting.indexOf('=')));
    }

    private static URI nobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }

    private static HttpResponse<String> status(RunningConsole console) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(console.at("/api/status")).build(), BodyHandlers.ofString());
        }
    }
}
