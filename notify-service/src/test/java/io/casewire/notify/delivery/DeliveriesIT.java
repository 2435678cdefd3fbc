package io.casewire.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.casewire.embedded.SharedStore;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** The contract, and what only the store does. */
class DeliveriesIT extends DeliveryQueueContract {
    private final MongoClient client = MongoClients.create(SharedStore.connectionString());
    private final AtomicInteger stored = new AtomicInteger();
    private final MongoTemplate store = new MongoTemplate(client, SharedStore.uniqueName());
    private final Deliveries deliveries = new Deliveries(store, stored::incrementAndGet);

    @AfterEach
    void close() {
        client.close();
    }

    @Override
    DeliveryQueue queue() {
        return deliveries;
    }

    @Override
    Delivery add(Delivery delivery) {
        Message message = new Message(delivery.eventId(), "{\"event\":\"" + delivery.eventId() + "\"}");
        deliveries.insertAbsent(List.of(message), List.of(delivery));
        return delivery;
    }

    @Override
    Delivery get(String id) {
        return deliveries.find(id).orElseThrow();
    }

    @Test
    void wakesTheRelayWhenAnEventIsStored() {
        Delivery claimed = claim(add(pending("a", "海关", "https://one", FakeClock.START)), "me", FakeClock.START);
        assertThat(stored).hasValue(0);

        complete(claimed, delivered(FakeClock.START));
        assertThat(stored).hasValue(1);

        complete(claimed, delivered(FakeClock.START.plusSeconds(1)));
        assertThat(stored).as("the claim is spent").hasValue(1);
    }

    @Test
    void readsNoBodyThatItHasJustStored() {
        deliveries.insertAbsent(List.of(new Message("a", "as stored")), List.of());
        store.remove(Query.query(Criteria.where("_id").is("a")), Message.class);

        assertThat(deliveries.body("a")).isEqualTo("as stored");
    }

    @Test
    void sendsWhatWasStoredFirst() {
        // Scenario: an event is read again by a version that words it otherwise. Expected: what was sent before is
        // sent.
        store.insert(new Message("a", "as an earlier version put it"));

        deliveries.insertAbsent(List.of(new Message("a", "otherwise"), new Message("b", "new")), List.of());

        assertThat(deliveries.body("a")).isEqualTo("as an earlier version put it");
        assertThat(deliveries.body("b")).isEqualTo("new");
    }
}
