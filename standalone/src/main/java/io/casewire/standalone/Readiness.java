package io.casewire.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Waits until a service says that it is ready: its listeners have their partitions, its store answers. */
final class Readiness {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration ASKS_EVERY = Duration.ofMillis(100);
    private static final int OK = 200;

    private Readiness() {}

    static void await(String service, URI address) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(20))
                .build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (status(http, request) != OK) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException(
                            service + " is still not ready after " + PATIENCE.toSeconds() + " s");
                }
                Thread.sleep(ASKS_EVERY);
            }
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
