package io.casewire.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import io.casewire.contracts.event.CaseEvent;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.wire.WireJson;
import io.casewire.notify.Receiver.Post;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class NotifyIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    private static RunningNotify notify;
    private static Receiver receiver;

    @BeforeAll
    static void start() throws Exception {
        receiver = new Receiver();
        notify = RunningNotify.start();
    }

    @AfterAll
    static void stop() {
        notify.close();
        receiver.close();
    }

    @Test
    void sendsOneSignedMessagePerMatchingCaseHoweverOftenTheEventComes() throws Exception {
        JsonNode subscription =
                notify.subscribe("海关", receiver.url("/once"), "\"query\":\"通关\",\"domains\":[\"trade\"]");
        List<CaseEvent> matching = IntStream.range(0, 5)
                .mapToObj(i -> Cases.published("一次通关" + i, Domain.TRADE, "压缩通关时间"))
                .toList();
        CaseEvent other = Cases.published("一次别的", Domain.TRADE, "企业开办");
        CaseEvent elsewhere = Cases.published("一次金融通关", Domain.FINANCE, "通关");

        for (int i = 0; i < 4; i++) {
            matching.forEach(notify::publish);
            notify.publish(other);
            notify.publish(elsewhere);
        }

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(receiver.posts("/once")).hasSize(5));
        notify.publish(Cases.published("一次通关最后", Domain.TRADE, "通关"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(receiver.posts("/once")).hasSize(6));
        String secret = subscription.at("/webhook/secret").asString();
        assertThat(receiver.posts("/once"))
                .extracting(post -> post.header("webhook-id"))
                .doesNotHaveDuplicates();
        for (Post post : receiver.posts("/once")) {
            assertThatCode(() -> new Webhook(secret).verify(post.body(), headers(post)))
                    .doesNotThrowAnyException();
            assertThat(WireJson.mapper().readTree(post.body()).at("/type").asString())
                    .isEqualTo("casewire.case.published.v1");
        }
    }

    private static HttpHeaders headers(Post post) {
        return HttpHeaders.of(post.headers(), (_, _) -> true);
    }
}
