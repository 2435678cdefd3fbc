package io.casewire.benchmarks.faults;

import io.casewire.benchmarks.report.NotMeasured;
import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.identity.local.TokenIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Looks for cases in a catalogue, one search after the other, until it is closed. */
final class Searches implements AutoCloseable {
    private static final List<String> WORDS = List.of("口岸", "跨境电商 溯源", "上海", "知识产权", "审批");
    private static final Duration BETWEEN = Duration.ofMillis(500);
    private static final Duration ANSWERS_WITHIN = Duration.ofMinutes(1);
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger answered = new AtomicInteger();
    private final String token;
    private final int port;
    private final Thread thread;
    private volatile @Nullable String failure;

    /**
     * Begins.
     *
     * @param port of the catalogue on loopback
     * @param data folder whose key signs the token
     */
    Searches(int port, Path data) {
        this.port = port;
        this.token = TokenIssuer.in(data.resolve("identity"))
                .mint(new Caller("casewire faults", Set.of(Role.PUBLISHER), null, null), Duration.ofHours(12));
        this.thread = Thread.ofVirtual().start(this::run);
    }

    /** How many were answered. */
    int answered() {
        return answered.get();
    }

    /** The first that was not, as a sentence. */
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void close() {
        thread.interrupt();
        http.shutdownNow();
    }

    private void run() {
        try {
            for (int turn = 0; ; turn++) {
                search(WORDS.get(turn % WORDS.size()));
                Thread.sleep(BETWEEN);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException | NotMeasured e) {
            failure = "a search failed: " + e.getMessage();
        }
    }

    private void search(String words) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + port + "/api/catalog/v1/cases?q="
                + URLEncoder.encode(words, StandardCharsets.UTF_8));
        int status = http.send(
                        HttpRequest.newBuilder(address)
                                .timeout(ANSWERS_WITHIN)
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
        if (status != OK) {
            throw new NotMeasured(words + " is answered with " + status);
        }
        answered.incrementAndGet();
    }
}
