package io.casewire.notify.delivery;

import io.casewire.notify.delivery.channel.Outcome;
import io.casewire.notify.delivery.channel.Parcel;
import io.casewire.notify.delivery.channel.Sender;
import io.casewire.notify.delivery.channel.Senders;
import io.casewire.notify.delivery.webhook.WebhookMessage;
import io.casewire.notify.destination.FixedNames;
import io.casewire.notify.subscription.Channel;
import io.casewire.outbound.destination.Destinations;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends nothing: remembers what it was to send, and answers for each host as a test says. */
final class FakeSender implements Sender<Channel.Webhook> {
    private final Destinations destinations = new FixedNames().destinations();
    private final List<WebhookMessage> sent = new CopyOnWriteArrayList<>();
    private final Map<String, Answer> hosts = new ConcurrentHashMap<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final FakeMail mail = new FakeMail();

    /** From now on the host answers so; it takes what it gets where nothing is said. */
    void answer(String host, Answer answer) {
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

    /** This one for webhooks, beside a mail server of the tests. */
    Senders senders() {
        return new Senders(this, mail, new FakeRobots());
    }

    FakeMail mail() {
        return mail;
    }

    @Override
    public String endpoint(Channel.Webhook channel) {
        return destinations.parse(channel.url()).key();
    }

    @Override
    public Outcome send(Parcel parcel, Channel.Webhook channel) throws InterruptedException {
        WebhookMessage message =
                new WebhookMessage(parcel.id(), destinations.parse(channel.url()), parcel.body(), channel.secrets());
        underWay.incrementAndGet();
        try {
            sent.add(message);
            return hosts.getOrDefault(message.endpoint().host(), _ -> new Outcome.Delivered(200, ""))
                    .to(message);
        } finally {
            underWay.decrementAndGet();
        }
    }

    /** How a host answers. */
    @FunctionalInterface
    interface Answer {
        Outcome to(WebhookMessage message) throws InterruptedException;
    }

    /** A mail server that answers every message in the same way. */
    static final class FakeMail implements Sender<Channel.Email> {
        static final String ENDPOINT = "smtp://mail.example:587";

        private final List<Parcel> sent = new CopyOnWriteArrayList<>();
        private volatile Outcome outcome = new Outcome.Delivered(250, "");

        void answer(Outcome next) {
            outcome = next;
        }

        List<Parcel> sent() {
            return List.copyOf(sent);
        }

        @Override
        public String endpoint(Channel.Email channel) {
            return ENDPOINT;
        }

        @Override
        public Outcome send(Parcel parcel, Channel.Email channel) {
            sent.add(parcel);
            return outcome;
        }
    }

    /** Robots that take nothing for a while. */
    private static final class FakeRobots implements Sender<Channel.Robot> {
        @Override
        public String endpoint(Channel.Robot channel) {
            return channel.url() + "/#1";
        }

        @Override
        public Outcome send(Parcel parcel, Channel.Robot channel) {
            return new Outcome.Deferred(Duration.ofSeconds(40));
        }
    }
}
