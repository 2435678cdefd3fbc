package io.casewire.benchmarks.ingest;

import io.casewire.benchmarks.report.NotMeasured;
import io.casewire.contracts.wire.WireJson;
import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.identity.local.TokenIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Uploads documents over a few connections, each waiting until its document has come to its end. */
final class Load {
    private static final String DOCUMENTS = "/api/ingest/v1/documents";
    private static final Set<String> FINAL =
            Set.of("PUBLISHED", "SUPERSEDED", "UNPACKED", "QUARANTINED", "REJECTED", "FAILED");
    private static final Set<Integer> LATER = Set.of(429, 503);
    // each question costs too, and the slower a build is the more of them it would be asked
    private static final Duration ASKS_FIRST_AFTER = Duration.ofMillis(200);
    private static final Duration ASKS_EVERY_AT_LAST = Duration.ofSeconds(2);
    private static final Duration ASKS_CLOSELY = Duration.ofMillis(5);
    private static final Duration ASKS_SELDOM = Duration.ofMillis(50);
    private static final Duration ENDS_WITHIN = Duration.ofMinutes(5);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(60);
    private static final Duration TOKEN_LIFE = Duration.ofHours(12);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;
    private final String token;

    /** @param data folder whose key signs the token */
    Load(URI address, Path data) {
        this.address = address;
        Caller caller = new Caller("casewire bench", Set.of(Role.PUBLISHER), null, null);
        this.token = TokenIssuer.in(data.resolve("identity")).mint(caller, TOKEN_LIFE);
    }

    /** What is uploaded. */
    static final class Document {
        private final String name;
        private final byte[] bytes;

        Document(String name, byte[] bytes) {
            this.name = name;
            this.bytes = bytes;
        }

        String name() {
            return name;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    /**
     * Has documents published.
     *
     * @throws NotMeasured where one is not published
     */
    void publish(int from, int to, IntFunction<Document> documents) throws InterruptedException {
        each(from, to, number -> published(documents.apply(number)));
    }

    /**
     * Has documents parsed and held.
     *
     * @return their ids
     */
    List<String> hold(int from, int to, IntFunction<Document> documents) throws InterruptedException {
        List<String> ids = Collections.synchronizedList(new ArrayList<>());
        each(from, to, number -> {
            Document document = documents.apply(number);
            JsonNode answer = upload(document, "&hold=true");
            wait(document.name(), answer, ASKS_FIRST_AFTER, Load::isHeld);
            ids.add(id(answer));
        });
        return ids;
    }

    /**
     * Decides over several connections that held documents be published.
     *
     * @return seconds until it is known that all are
     */
    double secondsToPublish(List<String> held) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        each(
                0,
                held.size(),
                number -> json(patiently(() ->
                        request(DOCUMENTS + "/" + held.get(number) + "/publish").POST(BodyPublishers.noBody()))));
        // whoever asks takes processor time from whoever publishes
        for (String id : held) {
            requirePublished(id, wait(id, document(id), ASKS_SELDOM, Load::isFinal));
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Seconds from the first byte sent until it is known to be published. */
    double secondsToPublish(Document document) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        JsonNode answer = wait(document.name(), upload(document, ""), ASKS_CLOSELY, Load::isFinal);
        double seconds = (System.nanoTime() - begun) / 1e9;
        requirePublished(document.name(), answer);
        return seconds;
    }

    @FunctionalInterface
    private interface Step {
        void run(int number) throws IOException, InterruptedException;
    }

    private void each(int from, int to, Step step) throws InterruptedException {
        AtomicInteger next = new AtomicInteger(from);
        try (ExecutorService threads = Executors.newFixedThreadPool(IngestOptions.CONNECTIONS)) {
            List<Future<?>> connections = new ArrayList<>();
            for (int i = 0; i < IngestOptions.CONNECTIONS; i++) {
                connections.add(threads.submit(() -> {
                    for (int number = next.getAndIncrement(); number < to; number = next.getAndIncrement()) {
                        step.run(number);
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

    private void published(Document document) throws IOException, InterruptedException {
        requirePublished(document.name(), wait(document.name(), upload(document, ""), ASKS_FIRST_AFTER, Load::isFinal));
    }

    private JsonNode wait(String name, JsonNode uploaded, Duration first, Predicate<JsonNode> isReached)
            throws IOException, InterruptedException {
        JsonNode document = uploaded;
        long end = System.nanoTime() + ENDS_WITHIN.toNanos();
        Duration pause = first;
        while (!isReached.test(document)) {
            if (System.nanoTime() > end) {
                throw new NotMeasured(
                        "%s is still %s after %d minutes".formatted(name, state(document), ENDS_WITHIN.toMinutes()));
            }
            Thread.sleep(pause);
            if (first.equals(ASKS_FIRST_AFTER)) {
                pause = pause.compareTo(ASKS_EVERY_AT_LAST) < 0 ? pause.multipliedBy(2) : ASKS_EVERY_AT_LAST;
            }
            document = document(id(uploaded));
        }
        return document;
    }

    private static void requirePublished(String name, JsonNode document) {
        if (!state(document).equals("PUBLISHED")) {
            throw new NotMeasured("%s ended %s: %s".formatted(name, state(document), document.path("refusal")));
        }
    }

    private static boolean isFinal(JsonNode document) {
        return FINAL.contains(state(document));
    }

    private static boolean isHeld(JsonNode document) {
        if (isFinal(document)) {
            throw new NotMeasured("a document that was to be held is " + state(document));
        }
        return state(document).equals("PARSED");
    }

    private static String state(JsonNode document) {
        return document.path("state").asString("");
    }

    private static String id(JsonNode document) {
        return document.path("id").asString("");
    }

    private JsonNode document(String id) throws IOException, InterruptedException {
        return json(patiently(() -> request(DOCUMENTS + "/" + id).GET()));
    }

    private JsonNode upload(Document document, String options) throws IOException, InterruptedException {
        return json(patiently(() -> request(DOCUMENTS + "?name=" + document.name() + options)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(document.bytes()))));
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
                            new String(answer.body(), StandardCharsets.UTF_8)));
        }
        try {
            return WireJson.mapper().readTree(answer.body());
        } catch (JacksonException e) {
            throw new NotMeasured("no JSON: " + e.getMessage());
        }
    }
}
