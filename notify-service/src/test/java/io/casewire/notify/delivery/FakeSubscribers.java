package io.casewire.notify.delivery;

import io.casewire.contracts.id.SubscriptionId;
import io.casewire.notify.subscription.Channel;
import io.casewire.notify.subscription.SigningSecret;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Subscriptions in memory, by the names tests give them. */
final class FakeSubscribers implements Subscribers {
    static final SigningSecret SECRET = SigningSecret.draw();

    private final Map<SubscriptionId, Subscriber> all = new ConcurrentHashMap<>();
    private final Map<SubscriptionId, String> disabled = new ConcurrentHashMap<>();
    private final List<String> answers = new CopyOnWriteArrayList<>();
    private final List<String> bounces = new CopyOnWriteArrayList<>();

    void put(String name, String url) {
        put(name, new Channel.Webhook(url, List.of(SECRET), true), true);
    }

    void put(String name, Channel channel, boolean active) {
        all.put(SubscriptionId.derive(name), new Subscriber(channel, active));
    }

    /** With quiet hours until then. */
    void quiet(String name, String url, Instant until, boolean urgentExempt) {
        Channel channel = new Channel.Webhook(url, List.of(SECRET), true);
        all.put(SubscriptionId.derive(name), new Subscriber(channel, true, until, urgentExempt));
    }

    void switchOff(String name) {
        all.computeIfPresent(SubscriptionId.derive(name), (_, was) -> new Subscriber(was.channel(), false));
    }

    void delete(String name) {
        all.remove(SubscriptionId.derive(name));
    }

    /** Why that one was disabled; empty where it was not. */
    Optional<String> disabled(String name) {
        return Optional.ofNullable(disabled.get(SubscriptionId.derive(name)));
    }

    /** Why messages bounced; {@code -} where one was taken afterwards. */
    List<String> bounces() {
        return List.copyOf(bounces);
    }

    @Override
    public Optional<Subscriber> find(SubscriptionId id, Instant now) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public void disable(SubscriptionId id, String reason, Instant now) {
        disabled.put(id, reason);
    }

    @Override
    public void bounced(SubscriptionId id, String reason, Instant now) {
        bounces.add(reason);
    }

    /** How those that are verified answered: {@code verified}, or why not, {@code …} behind it where another attempt follows. */
    List<String> answers() {
        return List.copyOf(answers);
    }

    @Override
    public void verified(SubscriptionId id, Instant now) {
        answers.add("verified");
        all.computeIfPresent(
                id,
                (_, was) -> was.channel() instanceof Channel.Webhook webhook
                        ? new Subscriber(new Channel.Webhook(webhook.url(), webhook.secrets(), true), was.active())
                        : was);
    }

    @Override
    public void unanswered(SubscriptionId id, String why, boolean last, Instant now) {
        answers.add(why + (last ? "" : "…"));
    }

    @Override
    public void recovered(SubscriptionId id, Instant now) {
        bounces.add("-");
    }
}
