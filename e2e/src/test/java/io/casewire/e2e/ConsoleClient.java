package io.casewire.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.contracts.wire.WireJson;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Speaks to Casewire through its one published port, as people and programs do. */
abstract class ConsoleClient {
    private final HttpClient http = HttpClient.newHttpClient();

    /** Of the console. */
    abstract URI url();

    JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = send(request(path).GET());
        assertThat(response.statusCode()).as(path + ": " + response.body()).isEqualTo(200);
        return WireJson.mapper().readTree(response.body());
    }

    JsonNode get(String path, String token) throws IOException, InterruptedException {
        HttpResponse<String> response =
                send(request(path).header("Authorization", "Bearer " + token).GET());
        assertThat(response.statusCode()).as(path + ": " + response.body()).isEqualTo(200);
        return WireJson.mapper().readTree(response.body());
    }

    HttpResponse<String> post(String path, String token, String json) throws IOException, InterruptedException {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Uploads a file and returns its id; the same bytes again give the same. */
    String upload(Path file, String token) throws IOException, InterruptedException {
        HttpResponse<String> response = send(request("/api/ingest/v1/documents?name="
                        + encoded(file.getFileName().toString()))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofFile(file)));
        assertThat(response.statusCode()).as(response.body()).isIn(200, 202);
        return WireJson.mapper().readTree(response.body()).get("id").asString();
    }

    /** The document once nothing more happens to it. */
    JsonNode settled(String id) {
        return await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> get("/api/ingest/v1/documents/" + id), document -> List.of(
                                "PUBLISHED", "SUPERSEDED", "UNPACKED", "QUARANTINED", "REJECTED", "FAILED")
                        .contains(document.get("state").asString()));
    }

    /** What the instance answers about all it holds. */
    List<JsonNode> everything(String operator) throws IOException, InterruptedException {
        List<JsonNode> answers = new ArrayList<>();
        for (String path : List.of(
                "/api/catalog/v1/cases?size=100",
                "/api/replication/v1/statistics",
                "/api/replication/v1/tasks?size=100",
                "/api/notify/v1/counts",
                "/api/ingest/v1/documents")) {
            answers.add(get(path));
        }
        answers.add(get("/api/replication/v1/obligations?region=110000&size=100", operator));
        answers.add(get("/api/notify/v1/subscriptions", operator));
        return answers;
    }

    /** A step in the ledger that people of 110000 took, which no document brings back. */
    void move(String region) throws IOException, InterruptedException {
        JsonNode theirs = await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> get("/api/replication/v1/obligations?region=110000&status=UNKNOWN")
                                .get("items"),
                        items -> !items.isEmpty())
                .get(0);
        HttpResponse<String> moved = post(
                "/api/replication/v1/obligations/" + theirs.get("id").asString() + "/transitions",
                region,
                "{\"to\":\"IN_PROGRESS\",\"explanation\":\"正在制定方案\"}");
        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url().resolve(path)).timeout(Duration.ofSeconds(30));
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
