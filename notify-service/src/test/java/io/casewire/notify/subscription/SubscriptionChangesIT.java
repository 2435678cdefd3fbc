package io.casewire.notify.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.ReplaceOptions;
import io.casewire.contracts.id.SubscriptionId;
import io.casewire.embedded.SharedStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What is given out of subscriptions that change. */
class SubscriptionChangesIT {
    private final MongoClient client = MongoClients.create(SharedStore.connectionString());
    private final String database = SharedStore.uniqueName();
    private final MongoTemplate store = new MongoTemplate(client, database);
    private Instant now = Instant.parse("2026-11-01T00:00:00Z");
    private final SubscriptionChanges changes = new SubscriptionChanges(new Subscriptions(store), () -> now);

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void givesOutEachVersionOnce() {
        put("a", 1, now.minus(Duration.ofDays(1)));
        put("b", 1, now);

        assertThat(given()).containsExactlyInAnyOrder("a 1", "b 1");
        assertThat(given()).isEmpty();
        now = now.plusSeconds(5);
        put("b", 2, now);
        put("c", 1, now);
        assertThat(given()).containsExactlyInAnyOrder("b 2", "c 1");
        assertThat(given()).isEmpty();
    }

    @Test
    void findsWhatAnInstanceWhoseClockIsBehindWroteAndSoonerOrLaterEverything() {
        put("a", 1, now);
        assertThat(given()).containsExactly("a 1");

        put("behind", 1, now.minusSeconds(25));
        put("far behind", 1, now.minusSeconds(95));
        assertThat(given()).containsExactly("behind 1");

        now = now.plus(Duration.ofMinutes(11));
        assertThat(given()).containsExactly("far behind 1");
    }

    @Test
    void readsNoLongerWhatChangedLongAgo() throws Exception {
        // Scenario: a thousand subscriptions were made at one time, and none since. Expected: they are read while
        // another instance's clock may be behind, and not for ever.
        for (int i = 0; i < 1000; i++) {
            put("s" + i, 1, now);
        }
        assertThat(given()).hasSize(1000);
        now = now.plusSeconds(60);
        assertThat(given()).isEmpty();
        now = now.plusSeconds(5);

        List<Long> read = new ArrayList<>();
        var observing = SharedStore.observe(database, examined -> read.add(examined.documents()));
        assertThat(given()).isEmpty();

        if (observing.isPresent()) {
            observing.get().close();
            assertThat(read).containsExactly(0L);
        }
    }

    @Test
    void givesOutAgainWhatFailed() {
        put("a", 1, now);

        assertThatThrownBy(() -> changes.forEach(_ -> {
                    throw new IllegalStateException("not now");
                }))
                .hasMessage("not now");

        assertThat(given()).containsExactly("a 1");
    }

    private List<String> given() {
        List<String> given = new ArrayList<>();
        changes.forEach(subscription -> given.add(subscription.id() + " " + subscription.version()));
        return given;
    }

    private void put(String id, long version, Instant updatedAt) {
        Subscription subscription = Subscription.create(
                SubscriptionId.derive(id),
                "海关",
                SubscriptionTests.about("贸易"),
                false,
                Route.NONE,
                Activity.ACTIVE,
                updatedAt);
        Document document = new Document();
        store.getConverter().write(subscription, document);
        document.append("_id", id).append("version", version).append("updatedAt", Date.from(updatedAt));
        store.getCollection("subscriptions")
                .replaceOne(new Document("_id", id), document, new ReplaceOptions().upsert(true));
    }
}
