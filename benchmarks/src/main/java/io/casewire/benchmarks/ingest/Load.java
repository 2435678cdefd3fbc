package io.casewire.benchmarks.ingest;

import io.casewire.contracts.wire.WireJson;
import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.identity.local.LocalIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Uploads generated documents over a few connections, each waiting until its document has come to its end. */
final class Load {
    private static final String DOCUMENTS = "/api/ingest/v1/documents";
    private static final Set<String> FINAL =
            Set.of("PUBLISHED", "SUPERSEDED", "UNPACKED", "QUARANTINED", "REJECTED", "FAILED");
    private static final Set<Integer> LATER = Set.of(429, 503);
    // each question costs too, and the slower a build is the more of them it would be asked
    private static final Duration ASKS_FIRST_AFTER = Duration.ofMillis(200);
    private static final Duration ASKS_EVERY_AT_LAST = Duration.ofSeconds(2);
    private static final Duration ENDS_WITHIN = Duration.ofMinutes(5);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(60);
    private static final Duration TOKEN_LIFE = Duration.ofHours(12);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;
    private final String token;
    private final GeneratedDocuments documents;

    /** @param data folder whose key signs the token */
    Load(URI address, Path data, GeneratedDocuments documents) {
        this.address = address;
        this.documents = documents;
        Caller caller = new Caller("casewire bench", Set.of(Role.PUBLISHER), null, null);
        this.token = LocalIssuer.in(data.resolve("identity")).mint(caller, TOKEN_LIFE);
    }

    /**
     * Loads documents by their numbers.
     *
     * @throws NotMeasured where one is not published
     */
    void run(int from, int to) throws InterruptedException {
        AtomicInteger next = new AtomicInteger(from);
        try (ExecutorService threads = Executors.newFixedThreadPool(IngestOptions.CONNECTIONS)) {
            List<Future<?>> connections = new ArrayList<>();
            for (int i = 0; i < IngestOptions.CONNECTIONS; i++) {
                connections.add(threads.submit(() -> {
                    for (int number = next.getAndIncrement(); number < to; number = next.getAndIncrement()) {
                        load(number);
                    }
                    return null;
                }));
            }
            for (Future<?> connection : connections) {
                connection.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof NotMeasured known
                    ? known
                    : new NotMeasured("the load failed: " + e.getCause());
        }
    }

    private void load(int number) throws IOException, InterruptedException {
        byte[] text = documents.document(number);
        JsonNode document = upload(number, text);
        String id = document.path("id").asString("");
        long end = System.nanoTime() + ENDS_WITHIN.toNanos();
        Duration pause = ASKS_FIRST_AFTER;
        while (!FINAL.contains(document.path("state").asString(""))) {
            if (System.nanoTime() > end) {
                throw new NotMeasured("document %d is still %s after %d minutes"
                        .formatted(number, document.path("state").asString(""), ENDS_WITHIN.toMinutes()));
            }
            Thread.sleep(pause);
            pause = pause.compareTo(ASKS_EVERY_AT_LAST) < 0 ? pause.multipliedBy(2) : ASKS_EVERY_AT_LAST;
            document = json(patiently(() -> request(DOCUMENTS + "/" + id).GET()));
        }
        if (!document.path("state").asString("").equals("PUBLISHED")) {
            throw new NotMeasured("document %d ended %s: %s"
                    .formatted(number, document.path("state").asString(""), document.path("refusal")));
        }
    }

    private JsonNode upload(int number, byte[] text) throws IOException, InterruptedException {
        return json(patiently(() -> request(DOCUMENTS + "?name=bench-" + number + ".txt")
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(text))));
    }

    /** The answer once there is one: a build at its limits may say for a while that its store does not answer. */
    private HttpResponse<byte[]> patiently(Supplier<HttpRequest.Builder> request)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + ENDS_WITHIN.toNanos();
        while (true) {
            HttpResponse<byte[]> answer = send(request.get());
            if (!LATER.contains(answer.statusCode()) || System.nanoTime() > end) {
                return answer;
            }
            Thread.sleep(Duration.ofSeconds(1));
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(ANSWERS_WITHIN)
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        if (answer.statusCode() >= 400) {
            throw new NotMeasured("%s answered %d: %s"
                    .formatted(
                            answer.request().uri().getPath(),
                            answer.statusCode(),
                            new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8)));
        }
        try {
            return WireJson.mapper().readTree(answer.body());
        } catch (JacksonException e) {
            throw new NotMeasured("no JSON: " + e.getMessage());
        }
    }
}
