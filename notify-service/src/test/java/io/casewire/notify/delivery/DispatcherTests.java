package io.casewire.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewire.messaging.trace.TraceSettings;
import io.casewire.messaging.trace.Traces;
import io.casewire.notify.delivery.Delivery.Status;
import io.casewire.notify.delivery.channel.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.health.contributor.Health;

/** Which messages are attempted when, and what becomes of places and claims; time stands unless a test moves it. */
@Timeout(60)
class DispatcherTests {
    private final DeliverySettings settings = new Binder(new MapConfigurationPropertySource(Map.of(
                    "casewire.notify.delivery.jitter", "0",
                    "casewire.notify.delivery.per-endpoint", "2",
                    "casewire.notify.delivery.in-flight", "4",
                    "casewire.notify.delivery.poll", "10ms")))
            .bind("casewire.notify.delivery", DeliverySettings.class)
            .get();
    private final FakeDeliveries deliveries = new FakeDeliveries();
    private final FakeSubscribers subscribers = new FakeSubscribers();
    private final FakeSender sender = new FakeSender();
    private final FakeClock clock = new FakeClock();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Dispatcher dispatcher = new Dispatcher(
            deliveries,
            new Courier(
                    deliveries,
                    subscribers,
                    sender.senders(),
                    new RetryDelays(settings, new Random(1)),
                    clock,
                    new AttemptTelemetry(meters, Traces.of(new TraceSettings(null, 1), "notify"))),
            settings,
            Duration.ofMillis(200),
            clock,
            meters);
    private final DeliveryHealth health = new DeliveryHealth(dispatcher, clock);

    @AfterEach
    void stop() {
        end.countDown();
        dispatcher.stop();
    }

    @Test
    void sendsEachMessageThatIsDueOnce() {
        // Scenario: messages due now, and one due in a minute. Expected: the former at once and once each, the latter
        // then.
        due(10, "one", "海关");
        Delivery later = deliveries.add(FakeDeliveries.pending(
                "later@1", "one", "海关", "https://one", clock.instant().plusSeconds(60)));

        dispatcher.start();

        awaitDelivered(10);
        assertThat(sender.sent())
                .hasSize(10)
                .extracting(message -> message.id().value())
                .doesNotHaveDuplicates();
        clock.forward(Duration.ofSeconds(60));
        await().until(() -> deliveries.get(later.id()).status() == Status.DELIVERED);
        assertFree();
    }

    @Test
    void looksAtOnceWhenToldThatSomethingIsDue() {
        // Scenario: a message comes while nothing is due and the clock stands. Expected: it is sent when it is spoken
        // of.
        dispatcher.start();
        await().until(() -> dispatcher.isRunning());
        due(1, "one", "海关");

        dispatcher.wakeUp();

        awaitDelivered(1);
    }

    @Test
    void givesAnEndpointNoMoreThanItsPlaces() {
        // Scenario: ten messages for an endpoint that hangs, two places for each. Expected: two attempts, and no more.
        sender.hang("slow", end);
        due(10, "slow", "海关");

        dispatcher.start();

        await().until(() -> sender.underWay() == 2);
        due(3, "well", "海关");
        dispatcher.wakeUp();
        awaitDelivered(3);
        assertThat(sender.sentTo("slow")).isEqualTo(2);
    }

    @Test
    void letsEndpointsTakeTurnsWherePlacesAreShort() {
        // Scenario: six slow endpoints with many messages each want twelve of four places; a seventh has one message,
        // found
        // last. Expected: it is served in its turn, though the others never run dry.
        for (int i = 0; i < 6; i++) {
            sender.answer("slow" + i, _ -> {
                LockSupport.parkNanos(20_000_000);
                return new Outcome.Delivered(200, "");
            });
            due(200, "slow" + i, "海关");
        }
        dispatcher.start();
        await().until(() -> sender.sent().size() >= 4);

        due(1, "well", "海关");
        dispatcher.wakeUp();

        await().until(() -> sender.sentTo("well") == 1);
        assertThat(IntStream.range(0, 6)
                        .mapToLong(i -> sender.sentTo("slow" + i))
                        .sum())
                .as("messages of the others sent until then")
                .isLessThan(1200);
        assertThat(sender.underWay()).isLessThanOrEqualTo(4);
    }

    @Test
    void leavesAFailingEndpointAloneUntilItsBreakerLetsOneThrough() {
        // Scenario: an endpoint is dead; five failures open its breaker. Expected: no further attempt until the pause
        // is
        // over, then one; the messages that were not attempted lose no retry. When that one is delivered, all go.
        sender.answer("dead", new Outcome.Unreachable("Connection refused."));
        due(20, "dead", "海关");
        dispatcher.start();
        await().until(() -> sender.sent().size() >= settings.breakerFailures() && sender.underWay() == 0);
        int tried = sender.sent().size();
        assertThat(tried).isLessThanOrEqualTo(settings.breakerFailures() + settings.perEndpoint() - 1);
        due(1, "well", "海关");
        dispatcher.wakeUp();
        awaitDelivered(1);
        assertThat(sender.sentTo("dead")).isEqualTo(tried);
        assertThat(deliveries.all().stream()
                        .filter(delivery -> delivery.failures() == 0 && delivery.status() == Status.PENDING))
                .hasSize(20 - tried);

        sender.answer("dead", new Outcome.Delivered(200, ""));
        clock.forward(settings.breakerPause());
        dispatcher.wakeUp();

        awaitDelivered(21);
    }

    @Test
    void sparesTheEndpointThatAsksForItAndNobodyElse() {
        // Scenario: of two agencies at one provider, one's receiver is asked too much (429, two minutes). Expected:
        // none of its
        // messages until then, the other agency's and other endpoints' at once.
        sender.answer(
                "provider",
                message -> message.endpoint().uri().getPath().contains("busy")
                        ? new Outcome.Rejected(429, "", Duration.ofMinutes(2))
                        : new Outcome.Delivered(200, ""));
        subscribers.put("busy", "https://provider/busy");
        add(20, "busy", "海关", "https://provider");
        dispatcher.start();
        await().until(() -> !sender.sent().isEmpty() && sender.underWay() == 0);
        long asked = sender.sentTo("provider");
        assertThat(asked).isLessThanOrEqualTo(settings.perEndpoint());

        subscribers.put("other", "https://provider/other");
        add(5, "other", "商务", "https://provider");
        due(5, "well", "海关");
        dispatcher.wakeUp();
        awaitDelivered(10);
        assertThat(sender.sentTo("provider")).isEqualTo(asked + 5);

        sender.answer("provider", new Outcome.Delivered(200, ""));
        clock.forward(Duration.ofMinutes(2));
        dispatcher.wakeUp();
        awaitDelivered(30);
    }

    @Test
    void goesOnWhenTheStoreIsBack() {
        // Scenario: the store is away at the start. Expected: nothing is lost; messages go once it is back.
        deliveries.away(true);
        due(3, "one", "海关");
        dispatcher.start();
        assertThat(health.health().getStatus()).isEqualTo(org.springframework.boot.health.contributor.Status.UP);

        deliveries.away(false);

        awaitDelivered(3);
        assertFree();
    }

    @Test
    void givesPlacesBackWhereTheStoreFailsDuringAttempts() {
        // Scenario: the store goes away while four attempts are under way. Expected: their places come back, and their
        // claims
        // run out with the lease; then they are sent once more, with the same ids.
        sender.hang("one", end);
        sender.hang("two", end);
        due(2, "one", "海关");
        due(2, "two", "海关");
        dispatcher.start();
        await().until(() -> sender.underWay() == 4);
        deliveries.away(true);
        end.countDown();
        assertFree();

        deliveries.away(false);
        clock.forward(settings.lease());
        dispatcher.wakeUp();

        awaitDelivered(4);
        assertThat(sender.sent()).hasSize(8);
    }

    @Test
    void givesPlacesBackWhereAnAttemptBreaks() {
        // Scenario: a defect throws an error in every attempt at one endpoint. Expected: others are served as ever.
        sender.answer("broken", _ -> {
            throw new StackOverflowError("a defect");
        });
        due(10, "broken", "海关");
        dispatcher.start();
        await().until(() -> sender.sentTo("broken") == 10);

        due(10, "well", "海关");
        dispatcher.wakeUp();

        awaitDelivered(10);
        assertFree();
    }

    @Test
    void sendsNothingThatAnotherInstanceHasClaimed() {
        // Scenario: another instance holds one of two messages. Expected: the other one goes; after the lease so does
        // it.
        List<Delivery> added = due(2, "one", "海关");
        deliveries.claim(added.getFirst().id(), "another instance", clock.instant(), settings.lease());

        dispatcher.start();

        awaitDelivered(1);
        assertThat(sender.sent())
                .extracting(message -> message.id().value())
                .containsExactly(added.getLast().id());
        clock.forward(settings.lease());
        awaitDelivered(2);
    }

    @Test
    void givesClaimsBackAtTheEnd() {
        // Scenario: told to stop while one attempt hangs and one is about to end. Expected: the latter is completed,
        // the
        // former broken off; its message is due at once for another instance.
        sender.hang("slow", new CountDownLatch(1));
        sender.hang("one", end);
        Delivery hanging = due(1, "slow", "海关").getFirst();
        due(1, "one", "海关");
        dispatcher.start();
        await().until(() -> sender.underWay() == 2);
        end.countDown();

        dispatcher.stop();

        assertThat(dispatcher.isRunning()).isFalse();
        assertThat(deliveries.get(hanging.id())).satisfies(delivery -> {
            assertThat(delivery.claim()).isNull();
            assertThat(delivery.due()).isEqualTo(clock.instant());
            assertThat(delivery.attempts()).isZero();
        });
        assertThat(delivered()).isEqualTo(1);
    }

    @Test
    void interruptsAnAttemptThatOutlivesItsLease() {
        // Scenario: attempts hang beyond every limit of their own. Expected: at the end of the lease they are
        // interrupted, and
        // everybody is served again.
        CountDownLatch never = new CountDownLatch(1);
        sender.hang("slow", never);
        sender.hang("slower", never);
        due(2, "slow", "海关");
        due(2, "slower", "海关");
        dispatcher.start();
        await().until(() -> sender.underWay() == 4);
        due(1, "well", "海关");

        clock.forward(settings.lease().plusMillis(1));

        await().until(() -> sender.sentTo("well") == 1);
        assertThat(meters.counter("casewire.notify.attempts.overdue").count()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void showsAnAttemptThatNothingEndsAndServesTheOthers() {
        // Scenario: attempts hang on every place and do not mind being interrupted. Expected: their places are given
        // back at
        // the end of the lease; health and metrics tell of them until they end.
        for (String host : List.of("slow", "slower")) {
            sender.answer(host, _ -> {
                while (end.getCount() > 0) {
                    LockSupport.parkNanos(1_000_000);
                    // forgotten, as by a library that does not mind
                    Thread.interrupted();
                }
                return new Outcome.Delivered(200, "");
            });
            due(2, host, "海关");
        }
        dispatcher.start();
        await().until(() -> sender.underWay() == 4);
        assertHealth("UP");

        clock.forward(settings.lease().plusMillis(1));
        due(4, "well", "海关");
        dispatcher.wakeUp();

        awaitDelivered(4);
        assertHealth("DOWN");
        assertThat(meters.get("casewire.notify.attempts.stuck").gauge().value()).isEqualTo(4);
        assertThat(meters.counter("casewire.notify.attempts.overdue").count()).isEqualTo(4);

        end.countDown();
        await().untilAsserted(() -> assertHealth("UP"));
        assertThat(meters.get("casewire.notify.attempts.stuck").gauge().value()).isZero();
        assertFree();
    }

    @Test
    void saysThatItDoesNotLookAfterItsWork() {
        // Scenario: it stands still, or was never started. Expected: health is down; once it looks, up.
        assertHealth("DOWN");

        dispatcher.start();
        assertHealth("UP");

        dispatcher.stop();
        assertHealth("DOWN");
    }

    @Test
    void givesUpOnWhatHasWaitedTooLong() {
        // Scenario: a message behind an open breaker grows older than it may. Expected: it is abandoned, without an
        // attempt.
        Delivery old = due(1, "one", "海关").getFirst();
        clock.forward(settings.giveUpAfter().plusSeconds(1));

        dispatcher.start();

        await().until(() -> deliveries.get(old.id()).status() == Status.ABANDONED);
        assertThat(deliveries.get(old.id()).note()).contains("96 hours");
        assertThat(sender.sent()).isEmpty();
    }

    private List<Delivery> due(int count, String host, String agency) {
        subscribers.put(host, "https://" + host + "/in");
        return add(count, host, agency, "https://" + host);
    }

    private List<Delivery> add(int count, String subscription, String agency, String endpoint) {
        int before = deliveries.all().size();
        return IntStream.range(before, before + count)
                .mapToObj(i -> deliveries.add(
                        FakeDeliveries.pending("case-" + i + "@1", subscription, agency, endpoint, clock.instant())))
                .toList();
    }

    private long delivered() {
        return deliveries.all().stream()
                .filter(delivery -> delivery.status() == Status.DELIVERED)
                .count();
    }

    private void awaitDelivered(long count) {
        await().untilAsserted(() -> assertThat(delivered()).isEqualTo(count));
    }

    private void assertFree() {
        await().untilAsserted(() -> assertThat(dispatcher.couriers().underWay()).isZero());
    }

    private void assertHealth(String status) {
        Health now = health.health();
        assertThat(now.getStatus().getCode()).as("%s", now.getDetails()).isEqualTo(status);
    }
}
