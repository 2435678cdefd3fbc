package io.casewire.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.contracts.parsed.Domain;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiveStreamIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void showsEveryPublicEventAndResumesAfterTheLastOneSeen() throws Exception {
        try (RunningNotify notify = RunningNotify.start("casewire.notify.stream.heartbeat=500ms")) {
            String last;
            try (Look look = new Look(notify, null)) {
                await().atMost(SOON).untilAsserted(() -> assertThat(look.lines).anyMatch(line -> line.startsWith(":")));
                notify.publish(Cases.published("直播一", Domain.TRADE, "-"));
                await().atMost(SOON).untilAsserted(() -> assertThat(look.lines)
                        .anyMatch(line -> line.startsWith("data:") && line.contains("直播一")));
                await().atMost(SOON).untilAsserted(() -> assertThat(look.lines).contains(":still here"));
                last = look.lines.stream()
                        .filter(line -> line.startsWith("id:"))
                        .reduce((_, next) -> next)
                        .orElseThrow()
                        .substring(3)
                        .strip();
            }
            notify.publish(Cases.published("直播二", Domain.TRADE, "-"));
            notify.publish(Cases.published("直播三", Domain.FINANCE, "-"));
            try (Look look = new Look(notify, last)) {
                await().atMost(SOON).untilAsserted(() -> assertThat(look.lines)
                        .anyMatch(line -> line.contains("直播二"))
                        .anyMatch(line -> line.contains("直播三")));
                assertThat(look.lines).noneMatch(line -> line.contains("直播一"));
            }
        }
    }

    /** Somebody reading the stream. */
    private static final class Look implements AutoCloseable {
        private final HttpClient http = HttpClient.newHttpClient();
        private final List<String> lines = new CopyOnWriteArrayList<>();

        Look(RunningNotify notify, @Nullable String last) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(notify.url("/api/notify/v1/events")));
            if (last != null) {
                request.header("Last-Event-ID", last);
            }
            Thread.ofVirtual().start(() -> http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines())
                    .thenAccept(this::read)
                    .exceptionally(_ -> null)
                    .join());
        }

        private void read(HttpResponse<Stream<String>> answer) {
            answer.body().forEach(lines::add);
        }

        @Override
        public void close() {
            http.shutdownNow();
        }
    }
}
