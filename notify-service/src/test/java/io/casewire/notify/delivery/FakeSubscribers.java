package io.casewire.notify.delivery;

import io.casewire.contracts.id.SubscriptionId;
import io.casewire.notify.subscription.SigningSecret;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Subscriptions in memory, by the names tests give them. */
final class FakeSubscribers implements Subscribers {
    static final SigningSecret SECRET = SigningSecret.draw();

    private final Map<SubscriptionId, Subscriber> all = new ConcurrentHashMap<>();
    private final Map<SubscriptionId, String> disabled = new ConcurrentHashMap<>();

    void put(String name, String url) {
        all.put(SubscriptionId.derive(name), new Subscriber(url, List.of(SECRET), true));
    }

    void switchOff(String name) {
        all.computeIfPresent(SubscriptionId.derive(name), (_, was) -> new Subscriber(was.url(), was.secrets(), false));
    }

    void delete(String name) {
        all.remove(SubscriptionId.derive(name));
    }

    /** Why that one was disabled; empty where it was not. */
    Optional<String> disabled(String name) {
        return Optional.ofNullable(disabled.get(SubscriptionId.derive(name)));
    }

    @Override
    public Optional<Subscriber> find(SubscriptionId id, Instant now) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public void disable(SubscriptionId id, String reason, Instant now) {
        disabled.put(id, reason);
    }
}
