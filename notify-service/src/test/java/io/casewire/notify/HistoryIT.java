package io.casewire.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.contracts.parsed.Domain;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What restarts, replays and history do to subscribers. */
class HistoryIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void sendsNothingAgainAfterARestartNorWhenEverythingIsReadFromTheStart() throws Exception {
        try (Receiver receiver = new Receiver()) {
            RunningNotify first = RunningNotify.start();
            try (first) {
                first.publish(Cases.published("历史之前", Domain.TRADE, "-"));
                first.subscribe("海关", receiver.url("/live"), "\"query\":\"历史\"");
                for (int i = 0; i < 10; i++) {
                    first.publish(Cases.published("历史" + i, Domain.TRADE, "-"));
                    first.publish(Cases.published("历史" + i, Domain.TRADE, "-"));
                }
                first.publish(Cases.published("历史补录", Domain.TRADE, "-"), true);
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(receiver.posts("/live")).hasSize(10));
            }
            try (RunningNotify again = first.again()) {
                again.publish(Cases.published("历史重启", Domain.TRADE, "-"));
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(receiver.posts("/live")).hasSize(11));
                again.subscribe("商务", receiver.url("/history"), "\"query\":\"历史\",\"includeHistory\":true");
            }
            try (RunningNotify replaying = first.replaying()) {
                replaying.publish(Cases.published("历史回放", Domain.TRADE, "-"));
                // before, 0 to 9, the backfilled one, after the restart, and this one
                await().atMost(SOON).untilAsserted(() -> assertThat(receiver.posts("/history"))
                        .hasSize(14));
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(receiver.posts("/live")).hasSize(12));
                Thread.sleep(1000);
                assertThat(receiver.posts("/live")).hasSize(12);
                assertThat(receiver.posts("/live"))
                        .extracting(post -> post.header("webhook-id"))
                        .doesNotHaveDuplicates();
            }
        }
    }
}
