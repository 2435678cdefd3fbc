package io.casewire.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.wire.WireJson;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A real Prometheus on loopback with the deployment's rules, for as long as a test needs it. */
final class Prometheus implements AutoCloseable {
    private final Path folder;
    private final URI api;
    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();

    private Prometheus(Path folder, URI api, Process process) {
        this.folder = folder;
        this.api = api;
        this.process = process;
    }

    /** Asks each service every second under the name it has in a deployment. */
    static Prometheus scraping(List<String> jobs, List<URI> services) throws IOException {
        assertThat(jobs).hasSameSizeAs(services);
        Path folder = Files.createTempDirectory("prometheus");
        StringBuilder settings = new StringBuilder("global: {scrape_interval: 1s, evaluation_interval: 1s}\n");
        settings.append("rule_files: [")
                .append(Observability.FOLDER.resolve("alerts.yml"))
                .append("]\nscrape_configs:\n");
        for (int i = 0; i < jobs.size(); i++) {
            settings.append(
                    "  - {job_name: %s, metrics_path: /actuator/prometheus, static_configs: [{targets: [\"%s\"]}]}\n"
                            .formatted(jobs.get(i), services.get(i).getAuthority()));
        }
        Path file = Files.writeString(folder.resolve("prometheus.yml"), settings);
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        String address = "127.0.0.1:" + port;
        Process process = new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + file,
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=" + address)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        return new Prometheus(folder, URI.create("http://" + address), process);
    }

    /** The values an expression has now; an expression that is not understood fails. */
    List<String> values(String expression) throws IOException, InterruptedException {
        JsonNode answer = get("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
        List<String> values = new ArrayList<>();
        answer.get("data")
                .get("result")
                .forEach(series -> values.add(series.get("value").get(1).asString()));
        return values;
    }

    /** Whether each rule could be reckoned, {@code ok} or not. */
    Map<String, String> rules() throws IOException, InterruptedException {
        Map<String, String> health = new HashMap<>();
        get("/api/v1/rules").get("data").get("groups").forEach(group -> group.get("rules")
                .forEach(rule -> health.put(
                        rule.get("name").asString(), rule.get("health").asString())));
        return health;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(api.resolve(path))
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return WireJson.mapper().readTree(answer.body());
    }

    @Override
    public void close() throws IOException {
        http.close();
        process.destroy();
        process.onExit()
                .orTimeout(20, TimeUnit.SECONDS)
                .exceptionally(_ -> process.destroyForcibly())
                .join();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
