package io.casewire.console.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThan;

import com.sun.net.httpserver.HttpExchange;
import io.casewire.console.Backend;
import io.casewire.console.RunningConsole;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A reader of an event stream, as browsers have one, closes for good at any answer but a stream; one that ends it takes up again.
 */
@Timeout(240)
class EventStreamTests {
    private static final String EVENTS = "/api/notify/v1/events";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void aServiceThatIsAwayEndsTheStreamAndSaysWhenToComeBack() throws Exception {
        try (RunningConsole console = RunningConsole.before(
                nobody(), "casewire.gateway.stream-patience=1s", "casewire.gateway.stream-retry=4s")) {
            HttpResponse<String> answer = CLIENT.send(events(console), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(answer.body()).isEqualTo(": notify is away; connect again\nretry: 4000\n\n");
        }
    }

    @Test
    void whoAsksForNoStreamIsToldThatTheServiceIsAway() throws Exception {
        try (RunningConsole console = RunningConsole.before(nobody(), "casewire.gateway.stream-patience=60s")) {
            for (String accept : new String[] {"*/*", "application/json"}) {
                HttpRequest request = HttpRequest.newBuilder(console.at(EVENTS))
                        .header("Accept", accept)
                        .build();
                assertThat(CLIENT.send(request, BodyHandlers.ofString()).statusCode())
                        .isEqualTo(503);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void aServiceThatStartsIsWaitedFor(int meanwhile) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (Backend backend = Backend.start().on(EVENTS, exchange -> {
                    if (asked.incrementAndGet() < 3) {
                        Backend.answer(exchange, meanwhile, "application/problem+json", "{}");
                    } else {
                        stream(exchange, "data: one\n\n");
                    }
                });
                RunningConsole console =
                        RunningConsole.before(backend.address(), "casewire.gateway.stream-patience=60s")) {
            HttpResponse<String> answer = CLIENT.send(events(console), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("data: one\n\n");
            assertThat(asked).hasValue(3);
        }
    }

    @Test
    void aServiceThatComesBackWhileItIsWaitedForAnswers() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (RunningConsole console =
                RunningConsole.before(URI.create("http://127.0.0.1:" + port), "casewire.gateway.stream-patience=60s")) {
            CompletableFuture<HttpResponse<String>> answer = CLIENT.sendAsync(events(console), BodyHandlers.ofString());
            assertThat(answer).isNotDone();
            try (Backend backend = Backend.startAt(port)) {
                backend.on(EVENTS, exchange -> stream(exchange, "data: back\n\n"));
                assertThat(answer.get(60, TimeUnit.SECONDS).body()).isEqualTo("data: back\n\n");
            }
        }
    }

    @Test
    void aServiceThatWillTakeLongerIsNotAskedMeanwhile() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (Backend backend = Backend.start().on(EVENTS, exchange -> {
                    asked.incrementAndGet();
                    exchange.getResponseHeaders().set("Retry-After", "30");
                    Backend.answer(exchange, 503, "application/problem+json", "{}");
                });
                RunningConsole console = RunningConsole.before(backend.address())) {
            HttpResponse<String> answer = CLIENT.send(events(console), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("retry: 30000\n");
            assertThat(asked).hasValue(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 406, 500})
    void whatTheServiceRefusesIsRefused(int status) throws Exception {
        try (Backend backend = Backend.start()
                        .on(
                                EVENTS,
                                exchange -> Backend.answer(exchange, status, "application/problem+json", "{\"a\":1}"));
                RunningConsole console = RunningConsole.before(backend.address())) {
            HttpResponse<String> answer = CLIENT.send(events(console), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.body()).isEqualTo("{\"a\":1}");
        }
    }

    /** Cut off, it would become a 502 at some proxies, and an error in clients that are no browsers. */
    @ParameterizedTest
    @ValueSource(strings = {"\r\n12\r\ndata: one\n\ndata: t", "\r\nfff\r\ndata: one\n\n"})
    void aServiceThatDiesEndsItsStreamsInGoodOrder(String chunks) throws Exception {
        try (ServerSocket rude = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                RunningConsole console = RunningConsole.before(URI.create("http://127.0.0.1:" + rude.getLocalPort()))) {
            Thread.ofVirtual().start(() -> {
                try (Socket socket = rude.accept()) {
                    socket.getInputStream().read(new byte[4096]);
                    socket.getOutputStream()
                            .write(
                                    ("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n"
                                                    + chunks)
                                            .getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            HttpResponse<String> answer = CLIENT.send(events(console), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).startsWith("data: one\n\n");
        }
    }

    @Test
    void whoWaitsDoesNotHoldUpTheStop() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (Backend backend = Backend.start().on(EVENTS, exchange -> {
            asked.incrementAndGet();
            Backend.answer(exchange, 503, "application/problem+json", "{}");
        })) {
            RunningConsole console = RunningConsole.before(backend.address(), "casewire.gateway.stream-patience=10m");
            CompletableFuture<HttpResponse<String>> answer = CLIENT.sendAsync(events(console), BodyHandlers.ofString());
            await().atMost(Duration.ofSeconds(60)).untilAtomic(asked, greaterThan(0));
            console.close();
            assertThat(answer.get(60, TimeUnit.SECONDS).body()).contains("retry: 3000\n");
        }
    }

    private static HttpRequest events(RunningConsole console) {
        return HttpRequest.newBuilder(console.at(EVENTS))
                .header("Accept", "text/event-stream")
                .build();
    }

    private static void stream(HttpExchange exchange, String events) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(events.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static URI nobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }
}
