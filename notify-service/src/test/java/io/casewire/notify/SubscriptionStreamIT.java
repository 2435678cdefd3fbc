package io.casewire.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.contracts.parsed.Domain;
import io.casewire.identity.Role;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** What one subscription is told of, as a live stream. */
@Timeout(180)
class SubscriptionStreamIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String TOKEN = RunningNotify.token(Role.AGENCY, "海关");
    private static final String SUBSCRIPTIONS = "/api/notify/v1/subscriptions";

    private static RunningNotify notify;

    @BeforeAll
    static void start() {
        notify = RunningNotify.start("casewire.notify.stream.heartbeat=1s");
    }

    @AfterAll
    static void stop() {
        notify.close();
    }

    @Test
    void showsWhatTheSubscriptionIsToldOfAndResumesAfterARestart() throws Exception {
        // Scenario: a reader by the address of the private feed sees an event; the service is started anew, and an
        // event
        // and one of another subscription come meanwhile. Expected: it comes back with its id and misses and repeats
        // nothing.
        String feed = feed(subscribe("流订阅一"));
        String place;
        try (StreamReading reading = new StreamReading(notify.url(feed), null)) {
            notify.publish(Cases.published("流订阅一甲", Domain.TRADE, "-"));
            notify.publish(Cases.published("别的案例", Domain.TRADE, "-"));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(reading.titles()).containsExactly("流订阅一甲"));
            place = reading.lastId();
        }
        RunningNotify again = notify.again("casewire.notify.stream.heartbeat=1s");
        try (again) {
            again.publish(Cases.published("流订阅一乙", Domain.TRADE, "-"));
            try (StreamReading reading = new StreamReading(again.url(feed), place)) {
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(reading.titles()).containsExactly("流订阅一乙"));
                assertThat(reading.gaps()).isEmpty();
            }
        }
    }

    @Test
    void endsWhenTheFeedIsClosed() throws Exception {
        String id = subscribe("流订阅二");
        String feed = feed(id);
        try (StreamReading reading = new StreamReading(notify.url(feed), null)) {
            await().atMost(SOON).until(() -> reading.status() == 200);
            await().atMost(SOON).until(() -> !reading.comments().isEmpty());
            notify.call("DELETE", SUBSCRIPTIONS + "/" + id + "/feed", TOKEN, null);
            int before = reading.comments().size();

            await().atMost(SOON).until(reading::ended);
            assertThat(reading.comments().size()).isLessThan(before + 8);
        }
        assertThat(notify.call("GET", feed, null, null).statusCode()).isEqualTo(404);
    }

    @Test
    void isTheOwnersOwn() {
        String path = SUBSCRIPTIONS + "/" + subscribe("流订阅三") + "/events";
        try (StreamReading reading = new StreamReading(notify.url(path), null, TOKEN)) {
            notify.publish(Cases.published("流订阅三甲", Domain.TRADE, "-"));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(reading.titles()).containsExactly("流订阅三甲"));
        }

        assertThat(notify.call("GET", path, null, null).statusCode()).isEqualTo(401);
        assertThat(notify.call("GET", path, RunningNotify.token(Role.AGENCY, "商务"), null)
                        .statusCode())
                .isEqualTo(404);
        assertThat(notify.call("GET", "/api/notify/v1/feeds/none/events", null, null)
                        .statusCode())
                .isEqualTo(404);
    }

    private static String subscribe(String query) {
        JsonNode made = RunningNotify.json(
                notify.call("POST", SUBSCRIPTIONS, TOKEN, "{\"query\":\"" + query + "\",\"feed\":true}"));
        return made.at("/id").asString();
    }

    /** The path of its stream. */
    private static String feed(String id) {
        String atom = RunningNotify.json(notify.call("POST", SUBSCRIPTIONS + "/" + id + "/feed", TOKEN, null))
                .at("/atom")
                .asString();
        return atom.substring(atom.indexOf("/api/"), atom.length() - ".atom".length()) + "/events";
    }
}
