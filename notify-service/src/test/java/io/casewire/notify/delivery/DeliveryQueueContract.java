package io.casewire.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewire.contracts.id.SubscriptionId;
import io.casewire.notify.delivery.Delivery.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What those who send deliveries rely on, asked of the store and of the fake their tests use. */
@TestInstance(TestInstance.Lifecycle.PER_METHOD)
abstract class DeliveryQueueContract {
    private static final Instant NOW = FakeClock.START;
    private static final Duration LEASE = Duration.ofMinutes(2);

    abstract DeliveryQueue queue();

    /** Stores that delivery with its message. */
    abstract Delivery add(Delivery delivery);

    abstract Delivery get(String id);

    @Test
    void findsWhatIsDueTheLongestDueFirst() {
        Delivery second = add(pending("b", "海关", "https://one", NOW));
        Delivery first = add(pending("a", "海关", "https://two", NOW.minusSeconds(5)));
        add(pending("c", "海关", "https://one", NOW.plusMillis(1)));

        assertThat(queue().due(NOW, Skipped.NOTHING, 10)).containsExactly(dueOf(first), dueOf(second));
        assertThat(queue().due(NOW, Skipped.NOTHING, 1)).containsExactly(dueOf(first));
    }

    @Test
    void skipsEndpointsForAllAndLanesForTheirAgency() {
        Delivery kept = add(pending("a", "商务", "https://shared", NOW));
        add(pending("b", "海关", "https://shared", NOW));
        add(pending("c", "海关", "https://closed", NOW));
        add(pending("d", "商务", "https://closed", NOW));
        Delivery elsewhere = add(pending("e", "海关", "https://other", NOW.plusMillis(1)));

        Skipped skipped = new Skipped(
                Set.of("https://closed"), Set.of(new Lane("https://shared", "海关"), new Lane("https://other", "商务")));

        assertThat(queue().due(NOW.plusMillis(1), skipped, 10)).containsExactly(dueOf(kept), dueOf(elsewhere));
    }

    @Test
    void holdsAClaimedDeliveryUntilATimeAndBeginsItsPatienceThen() {
        Delivery claimed = claim(add(pending("a", "海关", "https://one", NOW)), "me", NOW);
        Instant later = NOW.plus(Duration.ofDays(8));

        queue().hold(claimed, later);

        assertThat(queue().due(later.minusMillis(1), Skipped.NOTHING, 10)).isEmpty();
        assertThat(queue().due(later, Skipped.NOTHING, 10)).containsExactly(dueOf(claimed));
        assertThat(queue().begunBefore(later, later, 10)).isEmpty();
        assertThat(get(claimed.id()).claim()).isNull();
    }

    @Test
    void sendsTheOlderFirstWhereTwoAreDueAtOnce() {
        Delivery newer = claim(add(pending("b", "海关", "https://one", NOW.plusMillis(1))), "me", NOW.plusMillis(1));
        Delivery older = claim(add(pending("a", "海关", "https://one", NOW)), "me", NOW);
        Instant later = NOW.plusSeconds(60);

        queue().hold(newer, later);
        queue().hold(older, later);

        assertThat(queue().due(later, Skipped.NOTHING, 10)).containsExactly(dueOf(older), dueOf(newer));
    }

    @Test
    void givesADeliveryToOneWorkerUntilTheLeaseEnds() {
        Delivery added = add(pending("a", "海关", "https://one", NOW));

        assertThat(queue().claim(added.id(), "first", NOW, LEASE)).hasValueSatisfying(claimed -> {
            assertThat(claimed.claim()).isEqualTo("first");
            assertThat(claimed.due()).isEqualTo(NOW.plus(LEASE));
        });
        assertThat(queue().claim(added.id(), "second", NOW.plus(LEASE).minusMillis(1), LEASE))
                .isEmpty();
        assertThat(queue().due(NOW, Skipped.NOTHING, 10)).isEmpty();
        assertThat(queue().claim(added.id(), "second", NOW.plus(LEASE), LEASE)).isPresent();
        assertThat(queue().claim("dlv-unknown", "first", NOW, LEASE)).isEmpty();
    }

    @Test
    void claimsSeveralInOrderWithoutThoseOfOthers() {
        Delivery taken = claim(add(pending("a", "海关", "https://one", NOW)), "another", NOW);
        Delivery second = add(pending("b", "海关", "https://two", NOW));
        Delivery first = add(pending("c", "海关", "https://one", NOW));
        Delivery later = add(pending("d", "海关", "https://one", NOW.plusMillis(1)));

        List<Delivery> claimed = queue().claim(
                        List.of(later.id(), first.id(), taken.id(), "dlv-unknown", second.id()), "me", NOW, LEASE);

        assertThat(claimed).extracting(Delivery::id).containsExactly(first.id(), second.id());
        assertThat(claimed).allSatisfy(delivery -> {
            assertThat(delivery.claim()).isEqualTo("me");
            assertThat(delivery.due()).isEqualTo(NOW.plus(LEASE));
            assertThat(get(delivery.id())).isEqualTo(delivery);
        });
        assertThat(get(taken.id()).claim()).isEqualTo("another");
        assertThat(get(later.id()).claim()).isNull();
    }

    @Test
    void releasesAClaimForALaterTimeAndAnotherEndpoint() {
        Delivery claimed = claim(add(pending("a", "海关", "https://one", NOW)), "me", NOW);

        queue().release(claimed, NOW.plusSeconds(1), "https://two");

        assertThat(get(claimed.id())).satisfies(delivery -> {
            assertThat(delivery.claim()).isNull();
            assertThat(delivery.due()).isEqualTo(NOW.plusSeconds(1));
            assertThat(delivery.endpoint()).isEqualTo("https://two");
            assertThat(delivery.attempts()).isZero();
        });
    }

    @Test
    void writesNothingForAClaimThatRanOut() {
        Delivery lost = claim(add(pending("a", "海关", "https://one", NOW)), "slow", NOW);
        Delivery held = claim(lost, "quick", NOW.plus(LEASE));

        queue().release(lost, NOW, "https://two");
        assertThat(complete(lost, delivered(NOW))).isFalse();

        assertThat(get(held.id())).isEqualTo(held);
    }

    @Test
    void completesADeliveryForGood() {
        Delivery claimed = claim(add(pending("a", "海关", "https://one", NOW)), "me", NOW);

        assertThat(complete(claimed, delivered(NOW.plusSeconds(1)))).isTrue();

        assertThat(get(claimed.id())).satisfies(delivery -> {
            assertThat(delivery.status()).isEqualTo(Status.DELIVERED);
            assertThat(delivery.due()).isNull();
            assertThat(delivery.claim()).isNull();
            assertThat(delivery.note()).isNull();
            assertThat(delivery.attempts()).isEqualTo(1);
            assertThat(delivery.revision()).isEqualTo(1);
            assertThat(delivery.updatedAt()).isEqualTo(NOW.plusSeconds(1));
            assertThat(delivery.log()).containsExactly(new Attempt(NOW, 7, 200, "fine", null));
        });
        assertThat(queue().due(NOW.plus(LEASE), Skipped.NOTHING, 10)).isEmpty();
        assertThat(queue().claim(claimed.id(), "me", NOW.plus(LEASE), LEASE)).isEmpty();
    }

    @Test
    void keepsADeliveryThatIsTriedAgain() {
        Delivery claimed = claim(add(pending("a", "海关", "https://one", NOW)), "me", NOW);

        complete(
                claimed,
                new Completion(
                        Status.PENDING,
                        1,
                        NOW.plusSeconds(5),
                        new Attempt(NOW, 7, null, null, "No answer."),
                        null,
                        NOW));

        assertThat(queue().due(NOW.plusSeconds(5), Skipped.NOTHING, 10)).containsExactly(dueOf(claimed));
        assertThat(get(claimed.id()).failures()).isEqualTo(1);
    }

    @Test
    void abandonsWithoutAnAttempt() {
        Delivery claimed = claim(add(pending("a", "海关", "https://one", NOW)), "me", NOW);

        complete(claimed, new Completion(Status.ABANDONED, 0, null, null, "Too old.", NOW));

        assertThat(get(claimed.id())).satisfies(delivery -> {
            assertThat(delivery.status()).isEqualTo(Status.ABANDONED);
            assertThat(delivery.note()).isEqualTo("Too old.");
            assertThat(delivery.attempts()).isZero();
            assertThat(delivery.log()).isEmpty();
        });
    }

    @Test
    void findsWhatBeganTooLongAgoUnlessItIsBeingAttempted() {
        Delivery old = add(pending("a", "海关", "https://one", NOW.minusSeconds(10)));
        Delivery underWay = add(pending("b", "海关", "https://one", NOW.minusSeconds(10)));
        add(pending("c", "海关", "https://one", NOW));
        claim(underWay, "me", NOW);

        assertThat(queue().begunBefore(NOW, NOW, 10)).containsExactly(dueOf(old));
    }

    @Test
    void hastensWhatWaitsForASubscriptionAndIsNotBeingAttempted() {
        Delivery waiting = add(pending("a", "海关", "https://one", NOW.plusSeconds(60)));
        Delivery underWay = claim(add(pending("b", "海关", "https://one", NOW)), "me", NOW);
        Delivery others = add(FakeDeliveries.pending("c", "other", "海关", "https://one", NOW.plusSeconds(60)));

        queue().hasten(waiting.subscriptionId(), NOW);

        assertThat(queue().due(NOW, Skipped.NOTHING, 10)).containsExactly(dueOf(waiting));
        assertThat(get(underWay.id()).claim()).isEqualTo("me");
        assertThat(get(others.id()).due()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void knowsWhetherSomethingWasDeliveredSince() {
        Delivery claimed = claim(add(pending("a", "海关", "https://one", NOW)), "me", NOW);
        assertThat(queue().deliveredSince(claimed.subscriptionId(), NOW)).isFalse();

        complete(claimed, delivered(NOW.plusSeconds(9)));

        assertThat(queue().deliveredSince(claimed.subscriptionId(), NOW.plusSeconds(9)))
                .isTrue();
        assertThat(queue().deliveredSince(claimed.subscriptionId(), NOW.plusSeconds(10)))
                .isFalse();
        assertThat(queue().deliveredSince(SubscriptionId.derive("another"), NOW))
                .isFalse();
    }

    @Test
    void keepsTheBodyOfAnEvent() {
        add(pending("a", "海关", "https://one", NOW));

        assertThat(queue().body("a")).isEqualTo("{\"event\":\"a\"}");
    }

    @Test
    void findsNoMoreThanAsked() {
        IntStream.range(0, 30).forEach(i -> add(pending("e" + i, "海关", "https://one", NOW)));

        assertThat(queue().due(NOW, Skipped.NOTHING, 20)).hasSize(20);
        assertThat(queue().begunBefore(NOW.plusSeconds(1), NOW, 20)).hasSize(20);
    }

    static Delivery pending(String event, String agency, String endpoint, Instant due) {
        return FakeDeliveries.pending(event, "sub", agency, endpoint, due);
    }

    boolean complete(Delivery claimed, Completion completion) {
        return queue().complete(claimed, completion, DeliveryEvents.of(claimed, completion));
    }

    Delivery claim(Delivery delivery, String by, Instant now) {
        return queue().claim(delivery.id(), by, now, LEASE).orElseThrow();
    }

    static Completion delivered(Instant at) {
        return new Completion(Status.DELIVERED, 0, null, new Attempt(NOW, 7, 200, "fine", null), null, at);
    }

    private static Due dueOf(Delivery delivery) {
        return new Due(delivery.id(), new Lane(delivery.endpoint(), delivery.agency()));
    }
}
