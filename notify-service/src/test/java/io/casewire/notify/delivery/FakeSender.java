package io.casewire.notify.delivery;

import io.casewire.notify.delivery.webhook.Outcome;
import io.casewire.notify.delivery.webhook.WebhookMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends nothing: remembers what it was to send, and answers for each host as a test says. */
final class FakeSender implements WebhookSender {
    private final List<WebhookMessage> sent = new CopyOnWriteArrayList<>();
    private final Map<String, WebhookSender> hosts = new ConcurrentHashMap<>();
    private final AtomicInteger underWay = new AtomicInteger();

    /** From now on the host answers so; it takes what it gets where nothing is said. */
    void answer(String host, WebhookSender answer) {
        hosts.put(host, answer);
    }

    void answer(String host, Outcome outcome) {
        answer(host, _ -> outcome);
    }

    /** From now on attempts at the host wait until the latch opens, or until they are interrupted. */
    void hang(String host, CountDownLatch end) {
        answer(host, _ -> {
            end.await();
            return new Outcome.Delivered(200, "");
        });
    }

    /** All that was sent, in order of the attempts' beginning. */
    List<WebhookMessage> sent() {
        return List.copyOf(sent);
    }

    long sentTo(String host) {
        return sent.stream()
                .filter(message -> message.endpoint().host().equals(host))
                .count();
    }

    /** How many attempts have begun and not ended. */
    int underWay() {
        return underWay.get();
    }

    @Override
    public Outcome send(WebhookMessage message) throws InterruptedException {
        underWay.incrementAndGet();
        try {
            sent.add(message);
            return hosts.getOrDefault(message.endpoint().host(), _ -> new Outcome.Delivered(200, ""))
                    .send(message);
        } finally {
            underWay.decrementAndGet();
        }
    }
}
