package io.casewire.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The example of the live stream, where answers come that close an {@code EventSource} for good. */
class WatchTests {
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Answer BAD_GATEWAY = new Answer(502, "");
    private static final Answer SPENT = new Answer(204, "");

    @TempDir
    private Path folder;

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> lastIds = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/notify/v1/events", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aGatewayThatIsAwayIsAPauseAndTheStreamGoesOnAfterTheLastEvent() throws IOException {
        assumeTrue(Example.hasNode(), Example.NO_NODE);
        answers.addAll(List.of(BAD_GATEWAY, event("a", "通关"), BAD_GATEWAY, event("b", "单一窗口")));

        try (Watch watch = Watch.of(address(), folder)) {
            await().atMost(SOON).untilAsserted(() -> assertThat(watch.lines())
                    .containsExactly(
                            "casewire.case.published.v1\tcase-a\t通关", "casewire.case.published.v1\tcase-b\t单一窗口"));
        }

        assertThat(lastIds.subList(0, 4)).containsExactly("", "", "a", "a");
    }

    @Test
    @Timeout(60)
    void aRefusalEndsIt() throws IOException, InterruptedException {
        assumeTrue(Example.hasNode(), Example.NO_NODE);
        answers.add(new Answer(401, ""));

        try (Watch watch = Watch.of(address(), folder)) {
            assertThat(watch.exit()).isEqualTo(1);
            assertThat(watch.lines()).isEmpty();
        }
    }

    private static Answer event(String id, String title) {
        return new Answer(200, """
                retry: 100
                id: %1$s
                data: {"type":"casewire.case.published.v1","subject":"case-%1$s","title":"%2$s"}

                """.formatted(id, title));
    }

    private void answer(HttpExchange exchange) throws IOException {
        lastIds.add(Optional.ofNullable(exchange.getRequestHeaders().getFirst("Last-Event-ID"))
                .orElse(""));
        Answer answer = Objects.requireNonNullElse(answers.poll(), SPENT);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private record Answer(int status, String body) {}
}
