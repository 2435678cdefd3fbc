package io.casewire.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.contracts.parsed.Domain;
import io.casewire.identity.Role;
import io.casewire.notify.SocketReceiver.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Receivers whose answers are slow to end, more of them than there are places: nobody is hung, and nothing is sent twice. */
@Timeout(300)
class SlowReceiversIT {
    private static final String HEAD = "HTTP/1.1 200 OK\r\n";
    private static final String CHUNKED = HEAD + "Transfer-Encoding: chunked\r\n\r\n";
    private static final int CASES = 3;

    private final RunningNotify notify = RunningNotify.start(
            "casewire.notify.delivery.in-flight=8",
            "casewire.notify.delivery.per-endpoint=4",
            "casewire.notify.webhook.connect-timeout=1s",
            "casewire.notify.webhook.attempt-timeout=2s");
    private final List<SocketReceiver> slow = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        notify.close();
        for (SocketReceiver receiver : slow) {
            receiver.close();
        }
    }

    @Test
    void hangNobodyAndGetEachMessageOnce() throws Exception {
        for (Answer answer : List.of(
                Answer.pieces(30, HEAD + "Content-Length: 4\r\n\r\n", "fine"),
                Answer.pieces(30, CHUNKED, "4\r\nfine\r\n", "0\r\n\r\n"),
                Answer.pieces(30, HEAD + "\r\n", "fine").thenClose(),
                Answer.pieces(0, HEAD + "\r\nfine").thenClose(),
                Answer.pieces(0, HEAD + "\r\n").thenNothing(),
                Answer.pieces(0, HEAD + "Content-Length: 4\r\n\r\n").thenNothing(),
                Answer.pieces(0, CHUNKED).thenNothing(),
                Answer.pieces(0, HEAD + "Content-Length: 400\r\n\r\n").thenDripping(50, "x"),
                Answer.pieces(0, CHUNKED).thenDripping(50, "1\r\nx\r\n"),
                Answer.pieces(0, HEAD + "\r\n").thenForEver("x".repeat(8192)),
                Answer.pieces(0, HEAD + "\r\n").thenDripping(50, "x"),
                Answer.pieces(0, CHUNKED).thenForEver("4\r\nfine\r\n"))) {
            SocketReceiver receiver = SocketReceiver.answering(answer);
            slow.add(receiver);
            notify.subscribe("商务", receiver.url("/slow"), "\"query\":\"缓慢\"");
        }
        try (Receiver well = new Receiver()) {
            notify.subscribe("海关", well.url("/well"), "\"query\":\"缓慢\"");
            IntStream.range(0, CASES).forEach(i -> notify.publish(Cases.published("缓慢" + i, Domain.TRADE, "-")));

            await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
                assertThat(well.posts("/well")).hasSize(CASES);
                assertThat(delivered()).isEqualTo((slow.size() + 1L) * CASES);
            });
        }
        assertThat(slow).allSatisfy(receiver -> assertThat(receiver.posts()).hasSize(CASES));
        await().untilAsserted(() -> assertThat(
                        notify.call("GET", "/actuator/prometheus", null, null).body())
                .containsPattern("(?m)^casewire_notify_attempts_underway\\{.*} 0\\.0$"));
        assertThat(notify.call("GET", "/actuator/health", RunningNotify.token(Role.OPERATOR, null), null)
                        .statusCode())
                .isEqualTo(200);
    }

    private long delivered() {
        return RunningNotify.json(notify.call("GET", "/api/notify/v1/counts", null, null))
                .at("/deliveries/delivered")
                .asLong();
    }
}
