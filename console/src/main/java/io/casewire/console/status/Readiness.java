package io.casewire.console.status;

import io.casewire.console.gateway.RouteSettings;
import io.casewire.console.gateway.Service;
import io.casewire.console.status.StatusController.ServiceLine;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks all services at once whether they are ready, and remembers the answer for a moment. */
@Component
final class Readiness implements AutoCloseable {
    private static final String PROBE = "/actuator/health/readiness";
    private static final int MAX_ANSWER = 64 * 1024;

    private final RouteSettings routes;
    private final StatusSettings settings;
    private final HttpClient client;
    private final AtomicReference<@Nullable Seen> last = new AtomicReference<>();

    Readiness(RouteSettings routes, StatusSettings settings) {
        this.routes = routes;
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(settings.timeout())
                .build();
    }

    record Seen(Instant at, List<ServiceLine> services) {}

    // anybody may ask, so asking often must not become many requests to the services
    Seen look() {
        Seen known = last.get();
        if (known != null && Duration.between(known.at(), Instant.now()).compareTo(settings.keep()) < 0) {
            return known;
        }
        Instant at = Instant.now();
        List<CompletableFuture<ServiceLine>> asked =
                Arrays.stream(Service.values()).map(this::ask).toList();
        Seen seen = new Seen(at, asked.stream().map(CompletableFuture::join).toList());
        last.set(seen);
        return seen;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private CompletableFuture<ServiceLine> ask(Service service) {
        long start = System.nanoTime();
        HttpRequest request = HttpRequest.newBuilder(routes.of(service).resolve(PROBE))
                .timeout(settings.timeout())
                .build();
        return client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER))
                .orTimeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .handle((answer, failure) -> line(service, start, answer, failure));
    }

    private static ServiceLine line(
            Service service, long start, @Nullable HttpResponse<byte[]> answer, @Nullable Throwable failure) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        if (answer == null) {
            return new ServiceLine(service.slug(), ServiceState.UNREACHABLE, millis, reason(failure), null);
        }
        Probe probe = Probe.read(answer.statusCode(), answer.body());
        return probe.isReady()
                ? new ServiceLine(service.slug(), ServiceState.UP, millis, null, null)
                : new ServiceLine(service.slug(), ServiceState.DOWN, millis, probe.reason(), probe.troubled());
    }

    private static String reason(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        return cause instanceof ConnectException ? "nothing listens" : "no answer in time";
    }
}
