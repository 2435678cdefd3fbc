package io.casewire.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits until a service says that it is ready, or that it waits for somebody's decision. */
final class Readiness {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration ASKS_EVERY = Duration.ofMillis(100);
    private static final int OK = 200;

    private Readiness() {}

    /**
     * Returns why the service is held; empty when it is ready: its listeners have their partitions, its store answers.
     *
     * @param held asks the service whether it waits for a decision, and on what
     */
    static Optional<String> await(String service, URI address, Supplier<Optional<String>> held)
            throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(20))
                .build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (status(http, request) != OK) {
                Optional<String> reason = held.get();
                if (reason.isPresent()) {
                    return reason;
                }
                if (System.nanoTime() > end) {
                    throw new IllegalStateException(
                            service + " is still not ready after " + PATIENCE.toSeconds() + " s");
                }
                Thread.sleep(ASKS_EVERY);
            }
            return Optional.empty();
        }
    }

    private static int status(HttpClient http, HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }
}
