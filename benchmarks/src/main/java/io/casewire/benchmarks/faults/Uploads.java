package io.casewire.benchmarks.faults;

import io.casewire.benchmarks.ingest.GeneratedDocuments;
import io.casewire.benchmarks.program.Waiting;
import io.casewire.benchmarks.report.NotMeasured;
import io.casewire.contracts.id.SourceId;
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
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Uploads documents over a few connections, again and again where an instance does not take one, and writes down which were acknowledged. */
final class Uploads implements AutoCloseable {
    private static final int CONNECTIONS = 4;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final GeneratedDocuments documents = new GeneratedDocuments(1);
    private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    private final List<Future<?>> connections = new ArrayList<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final List<URI> instances = new CopyOnWriteArrayList<>();
    private final History history;
    private final Duration between;
    private final String token;
    private volatile boolean ended;

    /**
     * To nowhere yet.
     *
     * @param data folder whose key signs the token
     */
    Uploads(Path data, History history) {
        this(data, history, PAUSE);
    }

    /**
     * To nowhere yet.
     *
     * @param data folder whose key signs the token
     * @param between how long a connection pauses after each document
     */
    Uploads(Path data, History history, Duration between) {
        this.history = history;
        this.between = between;
        this.token = TokenIssuer.in(data.resolve("identity"))
                .mint(new Caller("casewire faults", Set.of(Role.PUBLISHER), null, null), Duration.ofHours(12));
    }

    /** Where uploads go from now on, in turn. */
    void to(List<Integer> ports) {
        List<URI> found = ports.stream()
                .map(port -> URI.create("http://127.0.0.1:" + port + "/api/ingest/v1/documents"))
                .toList();
        instances.addAll(found);
        instances.removeIf(instance -> !found.contains(instance));
    }

    /** Takes up the documents of these numbers; they go on while the caller does something else. */
    void begin(int from, int to) {
        AtomicInteger next = new AtomicInteger(from);
        for (int connection = 0; connection < CONNECTIONS; connection++) {
            connections.add(threads.submit(() -> {
                for (int number = next.getAndIncrement(); number < to && !ended; number = next.getAndIncrement()) {
                    upload(number);
                    Thread.sleep(between);
                }
                return null;
            }));
        }
    }

    /** No further document is taken up. */
    void end() {
        ended = true;
    }

    /** How many were acknowledged so far. */
    int acknowledged() {
        return acknowledged.get();
    }

    /**
     * Waits until each that was begun is acknowledged.
     *
     * @throws NotMeasured where one is not
     */
    void await() throws InterruptedException {
        try {
            for (Future<?> connection : connections) {
                connection.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof NotMeasured known
                    ? known
                    : new NotMeasured("the uploads failed: " + e.getCause());
        }
    }

    /**
     * Uploads one, whatever the others do.
     *
     * @return seconds until it was published
     */
    double secondsToPublish(int number) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        String id = upload(number);
        Waiting.until(() -> state(id).equals("PUBLISHED"), PATIENCE, id + " is not published");
        return (System.nanoTime() - begun) / 1e9;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.shutdownNow();
    }

    private String upload(int number) throws IOException, InterruptedException {
        byte[] document = documents.document(number);
        String id = id(document);
        history.sent(id + "@1");
        long begun = System.nanoTime();
        for (int attempt = number; !isTaken(attempt, number, document); attempt++) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new NotMeasured("no instance takes document " + number);
            }
            Thread.sleep(PAUSE);
        }
        history.acknowledged(id + "@1");
        acknowledged.incrementAndGet();
        return id;
    }

    private boolean isTaken(int attempt, int number, byte[] document) throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(
                    request(attempt, "?name=fault-" + number + ".txt")
                            .header("Content-Type", "application/octet-stream")
                            .POST(BodyPublishers.ofByteArray(document))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() >= 400 && answer.statusCode() < 500 && answer.statusCode() != 429) {
                throw new NotMeasured("an upload is answered with " + answer.statusCode() + ": " + answer.body());
            }
            return answer.statusCode() < 300;
        } catch (IOException _) {
            // the instance is going or gone: nothing was acknowledged
            return false;
        }
    }

    private String state(String id) throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(request(0, "/" + id).GET().build(), BodyHandlers.ofString());
            return answer.statusCode() == 200
                    ? WireJson.mapper().readTree(answer.body()).path("state").asString("")
                    : "";
        } catch (IOException _) {
            return "";
        }
    }

    private HttpRequest.Builder request(int attempt, String rest) {
        List<URI> now = List.copyOf(instances);
        return HttpRequest.newBuilder(URI.create(now.get(attempt % now.size()) + rest))
                .timeout(ANSWERS_WITHIN)
                .header("Authorization", "Bearer " + token);
    }

    private static String id(byte[] document) {
        try {
            return SourceId.ofSha256(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(document)))
                    .value();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
