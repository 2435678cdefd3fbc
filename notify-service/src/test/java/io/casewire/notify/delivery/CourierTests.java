package io.casewire.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewire.contracts.event.DeliveryEvent.MessageAbandoned;
import io.casewire.contracts.event.DeliveryEvent.MessageDelayed;
import io.casewire.contracts.event.DeliveryEvent.MessageDelivered;
import io.casewire.messaging.trace.TraceSettings;
import io.casewire.messaging.trace.Traces;
import io.casewire.notify.delivery.Delivery.Status;
import io.casewire.notify.delivery.Endpoints.Report;
import io.casewire.notify.delivery.channel.Outcome;
import io.casewire.notify.delivery.channel.Parcel;
import io.casewire.notify.subscription.Channel;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.dao.DataAccessException;

/** One attempt, from the claim to what is written down, for everything that can come of it. */
class CourierTests {
    private static final String URL = "https://hook.example/in?key=1";
    private static final Instant NOW = FakeClock.START;
    private static final Duration FIRST = Duration.ofSeconds(5);

    private final DeliverySettings settings = new Binder(new MapConfigurationPropertySource(
                    Map.of("casewire.notify.delivery.jitter", "0", "casewire.notify.delivery.retry-delays", "5s,30s")))
            .bind("casewire.notify.delivery", DeliverySettings.class)
            .get();
    private final FakeDeliveries deliveries = new FakeDeliveries();
    private final FakeSubscribers subscribers = new FakeSubscribers();
    private final FakeSender sender = new FakeSender();
    private final FakeClock clock = new FakeClock();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final Courier courier = new Courier(
            deliveries,
            subscribers,
            sender.senders(),
            new RetryDelays(settings, new Random(1)),
            clock,
            new AttemptTelemetry(meters, Traces.of(new TraceSettings(null, 1), "notify")));

    private Delivery claimed = claim("case-1@1");

    @Test
    void letsAMessageWaitUntilQuietHoursEndAndHoldsTheWaitAgainstNothing() throws Exception {
        Instant end = NOW.plus(Duration.ofDays(8));
        subscribers.quiet("sub", URL, end, false);

        assertThat(courier.carry(claimed)).isEqualTo(Report.UNKNOWN);

        assertThat(now().status()).isEqualTo(Status.PENDING);
        assertThat(now().due()).isEqualTo(end);
        assertThat(now().startedAt()).as("its patience begins then").isEqualTo(end);
        assertThat(now().claim()).isNull();
        assertThat(now().attempts()).isZero();
        assertThat(deliveries.events()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "casewire.obligation.overdue.v1,   true,  false",
        "casewire.obligation.due-soon.v1,  true,  false",
        "casewire.obligation.derived.v1,   true,  true",
        "casewire.obligation.overdue.v1,   false, true",
        "casewire.subscription.confirmation, false, false",
    })
    void exemptsRemindersOfDeadlinesWhereTheOwnerSaysSo(String type, boolean urgent, boolean waits) {
        Subscribers.Subscriber quiet = new Subscribers.Subscriber(
                new Channel.Webhook(URL, List.of(), true), true, NOW.plusSeconds(60), urgent);

        assertThat(quiet.waits(type) != null).isEqualTo(waits);
    }

    @Test
    void givesUpAtOnceWhatIsRefusedForGood() throws Exception {
        // Scenario: a mail server knows no such receiver. Expected: no other attempt; the subscription is told of it.
        email(true, 0);
        sender.mail().answer(new Outcome.Bounced(550, "no such user", "Refused for good (550)."));

        assertThat(courier.carry(claimed)).isEqualTo(Report.ANSWERS);

        assertThat(now().status()).isEqualTo(Status.ABANDONED);
        assertThat(now().note()).isEqualTo("Refused for good (550).");
        assertThat(subscribers.bounces()).containsExactly("Refused for good (550).");
        assertThat(deliveries.events()).singleElement().isInstanceOf(MessageAbandoned.class);
        assertCounted("bounced");
    }

    @Test
    void forgetsBouncesOnceAMessageIsTaken() throws Exception {
        email(true, 2);

        courier.carry(claimed);

        assertThat(now().status()).isEqualTo(Status.DELIVERED);
        assertThat(subscribers.bounces()).containsExactly("-");
    }

    @Test
    void sendsAReceiverThatHasNotConfirmedNothingButTheQuestion() throws Exception {
        // Scenario: a message of an event, and the question, to the same receiver. Expected: only the question leaves.
        email(false, 0);
        courier.carry(claimed);
        assertThat(now().status()).isEqualTo(Status.ABANDONED);
        assertThat(sender.mail().sent()).isEmpty();

        claimed = claimMail("question@1", Parcel.CONFIRMATION);
        courier.carry(claimed);
        assertThat(sender.mail().sent()).singleElement().satisfies(parcel -> assertThat(parcel.isConfirmation())
                .isTrue());
        assertThat(now().status()).isEqualTo(Status.DELIVERED);
    }

    @Test
    void asksNobodyWhoHasAnswered() throws Exception {
        email(true, 0);
        claimed = claimMail("question@1", Parcel.CONFIRMATION);

        courier.carry(claimed);

        assertThat(sender.mail().sent()).isEmpty();
        assertThat(now().note()).isEqualTo("The receiver has answered already.");
    }

    @Test
    void waitsWithoutAnAttemptWhereTheReceiverTakesNoMoreForNow() throws Exception {
        // Scenario: a robot takes no more messages for 40 seconds. Expected: the message waits so long, nothing is
        // counted
        // against it, and others to the robot wait as long.
        email(true, 0);
        sender.mail().answer(new Outcome.Deferred(Duration.ofSeconds(40)));

        assertThat(courier.carry(claimed)).isEqualTo(new Report(Endpoints.Health.UNKNOWN, NOW.plusSeconds(40)));

        assertThat(now().due()).isEqualTo(NOW.plusSeconds(40));
        assertThat(now().failures()).isZero();
        assertThat(now().log()).isEmpty();
        assertThat(now().claim()).isNull();
        assertThat(deliveries.events()).isEmpty();
    }

    @Test
    void triesAgainWhatARobotDeclined() throws Exception {
        email(true, 0);
        sender.mail().answer(new Outcome.Declined(200, "{}", "Too fast.", Duration.ofMinutes(1)));

        assertThat(courier.carry(claimed)).isEqualTo(new Report(Endpoints.Health.ANSWERS, NOW.plusSeconds(60)));

        assertDelayed(NOW.plusSeconds(60), new Attempt(NOW, 0, 200, "{}", "Too fast."));
        assertCounted("rejected");
    }

    @Test
    void holdsMessagesUntilTheEndpointHasRepeatedTheChallenge() throws Exception {
        // Scenario: a message of an event for an endpoint that is not verified, then the challenge, which it repeats.
        // Expected: the message waits without an attempt, and is due as soon as the challenge was repeated.
        Channel.Webhook unverified = new Channel.Webhook(URL, List.of(FakeSubscribers.SECRET), false);
        subscribers.put("sub", unverified, true);

        assertThat(courier.carry(claimed)).isEqualTo(Report.UNKNOWN);
        assertThat(sender.sent()).isEmpty();
        assertThat(now()).satisfies(held -> {
            assertThat(held.status()).isEqualTo(Status.PENDING);
            assertThat(held.due()).isAfter(NOW);
            assertThat(held.log()).isEmpty();
        });

        courier.carry(claimChallenge(unverified));
        assertThat(subscribers.answers()).containsExactly("verified");
        assertThat(now().due()).isEqualTo(NOW);

        courier.carry(claimAgain());
        assertThat(now().status()).isEqualTo(Status.DELIVERED);
    }

    @Test
    void saysWhyAnEndpointIsNotVerified() throws Exception {
        // Scenario: the endpoint answers the challenge with 404 at every attempt. Expected: each is told, the last as
        // the
        // last.
        Channel.Webhook unverified = new Channel.Webhook(URL, List.of(FakeSubscribers.SECRET), false);
        subscribers.put("sub", unverified, true);
        sender.answer("hook.example", new Outcome.Rejected(404, "", null));

        claimed = claimChallenge(unverified);
        courier.carry(claimed);
        while (now().due() != null) {
            clock.forward(Duration.between(clock.instant(), now().due()));
            courier.carry(claimAgain());
        }

        assertThat(subscribers.answers())
                .containsExactly(
                        "The receiver answered 404.…", "The receiver answered 404.…", "The receiver answered 404.");
        assertThat(now().status()).isEqualTo(Status.ABANDONED);
    }

    private Delivery claimChallenge(Channel.Webhook webhook) {
        Delivery added = deliveries.add(FakeDeliveries.pending(
                "sub@1", Parcel.VERIFICATION, "sub", "海关", sender.endpoint(webhook), clock.instant()));
        return deliveries
                .claim(added.id(), "me", clock.instant(), settings.lease())
                .orElseThrow();
    }

    private void email(boolean confirmed, int bounces) {
        subscribers.put("hook", new Channel.Email("wang@example.org", "key", confirmed, bounces), confirmed);
        claimed = claimMail("case-2@1", "casewire.case.published.v1");
    }

    private Delivery claimMail(String event, String type) {
        Delivery added = deliveries.add(
                FakeDeliveries.pending(event, type, "hook", "海关", FakeSender.FakeMail.ENDPOINT, clock.instant()));
        return deliveries
                .claim(added.id(), "me", clock.instant(), settings.lease())
                .orElseThrow();
    }

    @Test
    void writesDownWhatWasDelivered() throws Exception {
        // Scenario: the receiver takes the message after two seconds. Expected: it was sent signed, with the delivery's
        // id,
        // and is delivered for good.
        sender.answer("hook.example", _ -> {
            clock.forward(Duration.ofSeconds(2));
            return new Outcome.Delivered(202, "thanks");
        });

        assertThat(courier.carry(claimed)).isEqualTo(Report.ANSWERS);

        assertThat(sender.sent()).singleElement().satisfies(message -> {
            assertThat(message.id()).isEqualTo(claimed.deliveryId());
            assertThat(message.endpoint().uri()).hasToString(URL);
            assertThat(message.body()).isEqualTo("{\"event\":\"case-1@1\"}");
            assertThat(message.secrets()).containsExactly(FakeSubscribers.SECRET);
        });
        assertThat(now()).satisfies(delivery -> {
            assertThat(delivery.status()).isEqualTo(Status.DELIVERED);
            assertThat(delivery.due()).isNull();
            assertThat(delivery.claim()).isNull();
            assertThat(delivery.log()).containsExactly(new Attempt(NOW, 2000, 202, "thanks", null));
        });
        assertThat(deliveries.events()).singleElement().isInstanceOfSatisfying(MessageDelivered.class, event -> {
            assertThat(event.revision()).isEqualTo(1);
            assertThat(event.delivery().attempts()).isEqualTo(1);
            assertThat(event.delivery().responseStatus()).isEqualTo(202);
        });
        assertCounted("delivered");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {101, 300, 301, 302, 304, 307, 308, 400, 401, 403, 404, 405, 408, 409, 413, 415, 422, 425, 429, 451})
    void triesAgainAfterARefusal(int status) throws Exception {
        // Scenario: the receiver answers, but with no success. Expected: the next attempt in its time; the endpoint is
        // well.
        sender.answer("hook.example", new Outcome.Rejected(status, "no", null));

        assertThat(courier.carry(claimed).health()).isEqualTo(Endpoints.Health.ANSWERS);

        assertDelayed(NOW.plus(FIRST), new Attempt(NOW, 0, status, "no", "The receiver answered " + status + "."));
        assertCounted("rejected");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 501, 502, 503, 504, 507, 520, 599})
    void holdsAServersFaultAgainstTheEndpoint(int status) throws Exception {
        // Scenario: the receiver says that it is out of order. Expected: the next attempt in its time; the endpoint
        // fails.
        sender.answer("hook.example", new Outcome.Rejected(status, "", null));

        assertThat(courier.carry(claimed)).isEqualTo(Report.FAILS);

        assertDelayed(NOW.plus(FIRST), new Attempt(NOW, 0, status, "", "The receiver answered " + status + "."));
    }

    @Test
    void waitsAsLongAsARefusalAsks() throws Exception {
        // Scenario: a 404 with Retry-After, which says nothing of the endpoint as a whole. Expected: this message waits
        // so
        // long; nothing is paused.
        sender.answer("hook.example", new Outcome.Rejected(404, "", Duration.ofMinutes(2)));

        assertThat(courier.carry(claimed)).isEqualTo(Report.ANSWERS);

        assertThat(now().due()).isEqualTo(NOW.plus(Duration.ofMinutes(2)));
    }

    @Test
    void sparesAnEndpointThatIsAskedTooMuch() throws Exception {
        // Scenario: 429 with Retry-After. Expected: message and endpoint wait so long; the endpoint is well.
        sender.answer("hook.example", new Outcome.Rejected(429, "", Duration.ofMinutes(2)));

        assertThat(courier.carry(claimed))
                .isEqualTo(new Report(Endpoints.Health.ANSWERS, NOW.plus(Duration.ofMinutes(2))));

        assertThat(now().due()).isEqualTo(NOW.plus(Duration.ofMinutes(2)));
    }

    @Test
    void sparesAnEndpointForAWhileThatDoesNotSayHowLong() throws Exception {
        // Scenario: 429 without Retry-After. Expected: the endpoint is spared as long as one that fails; the message is
        // due
        // in its time.
        sender.answer("hook.example", new Outcome.Rejected(429, "", null));

        assertThat(courier.carry(claimed))
                .isEqualTo(new Report(Endpoints.Health.ANSWERS, NOW.plus(settings.breakerPause())));

        assertThat(now().due()).isEqualTo(NOW.plus(FIRST));
    }

    @Test
    void sparesAnEndpointThatIsDownForATime() throws Exception {
        // Scenario: 503 with Retry-After. Expected: message and endpoint wait so long, and the endpoint fails.
        sender.answer("hook.example", new Outcome.Rejected(503, "", Duration.ofMinutes(2)));

        assertThat(courier.carry(claimed))
                .isEqualTo(new Report(Endpoints.Health.FAILS, NOW.plus(Duration.ofMinutes(2))));
    }

    @Test
    void honoursRetryAfterWithinBounds() throws Exception {
        // Scenario: 429 asks for a year. Expected: message and endpoint wait for the longest time allowed.
        sender.answer("hook.example", new Outcome.Rejected(429, "", Duration.ofDays(365)));

        Report report = courier.carry(claimed);

        assertThat(report.pauseUntil()).isEqualTo(NOW.plus(settings.maxRetryAfter()));
        assertThat(now().due()).isEqualTo(NOW.plus(settings.maxRetryAfter()));
    }

    @Test
    void switchesASubscriptionOffThatIsGone() throws Exception {
        // Scenario: 410. Expected: the subscription is disabled and says why; the message is given up.
        sender.answer("hook.example", new Outcome.Gone("bye"));

        assertThat(courier.carry(claimed)).isEqualTo(Report.ANSWERS);

        assertThat(subscribers.disabled("sub"))
                .hasValueSatisfying(why -> assertThat(why).contains("410"));
        assertThat(now().status()).isEqualTo(Status.ABANDONED);
        assertThat(now().note()).contains("410");
        assertThat(deliveries.events()).singleElement().isInstanceOf(MessageAbandoned.class);
        assertCounted("gone");
    }

    @Test
    void sendsNothingForASubscriptionThatIsDeleted() throws Exception {
        // Scenario: the subscription was deleted after the message was made. Expected: given up without an attempt.
        subscribers.delete("sub");

        assertThat(courier.carry(claimed)).isEqualTo(Report.UNKNOWN);

        assertGivenUpUnsent("The subscription is deleted.");
    }

    @Test
    void sendsNothingForASubscriptionThatIsSwitchedOff() throws Exception {
        // Scenario: the subscription was switched off after the message was made. Expected: given up without an
        // attempt.
        subscribers.switchOff("sub");

        assertThat(courier.carry(claimed)).isEqualTo(Report.UNKNOWN);

        assertGivenUpUnsent("The subscription is switched off.");
    }

    @Test
    void handsAMessageOverToTheEndpointItsSubscriptionMovedTo() throws Exception {
        // Scenario: the URL was changed to another host. Expected: nothing is sent on the old host's place; the message
        // is
        // due at once for the new one.
        subscribers.put("sub", "https://other.example:8443/in");

        assertThat(courier.carry(claimed)).isEqualTo(Report.UNKNOWN);

        assertThat(sender.sent()).isEmpty();
        assertThat(now()).satisfies(delivery -> {
            assertThat(delivery.endpoint()).isEqualTo("https://other.example:8443");
            assertThat(delivery.due()).isEqualTo(NOW);
            assertThat(delivery.claim()).isNull();
            assertThat(delivery.attempts()).isZero();
        });
    }

    @Test
    void doesNotSendToAUrlThatIsNoLongerAllowed() throws Exception {
        // Scenario: the operator's rules refuse the URL today. Expected: a failed attempt that says why; nothing is
        // sent.
        subscribers.put("sub", "ftp://hook.example/in");

        assertThat(courier.carry(claimed)).isEqualTo(Report.FAILS);

        assertThat(sender.sent()).isEmpty();
        assertThat(now().log()).singleElement().satisfies(attempt -> {
            assertThat(attempt.status()).isNull();
            assertThat(attempt.failure()).contains("https://");
        });
        assertCounted("blocked");
    }

    @Test
    void triesAgainWhereTheAddressIsForbidden() throws Exception {
        // Scenario: the name leads to a private address today. Expected: the next attempt in its time; the log says
        // why.
        sender.answer("hook.example", new Outcome.Blocked("Not public."));

        assertThat(courier.carry(claimed)).isEqualTo(Report.FAILS);

        assertDelayed(NOW.plus(FIRST), new Attempt(NOW, 0, null, null, "Not public."));
        assertCounted("blocked");
    }

    @Test
    void triesAgainWhereNobodyAnswers() throws Exception {
        // Scenario: no connection. Expected: the next attempt in its time; the endpoint fails; the log says why.
        sender.answer("hook.example", new Outcome.Unreachable("Connection refused."));

        assertThat(courier.carry(claimed)).isEqualTo(Report.FAILS);

        assertDelayed(NOW.plus(FIRST), new Attempt(NOW, 0, null, null, "Connection refused."));
        assertCounted("unreachable");
    }

    @Test
    void givesUpAfterTheLastRetry() throws Exception {
        // Scenario: every attempt fails, each made when it is due. Expected: attempts after 5 s and 30 s more, then
        // none.
        sender.answer("hook.example", new Outcome.Unreachable("No answer."));

        courier.carry(claimed);
        clock.forward(FIRST);
        courier.carry(claimAgain());
        assertThat(now().due()).isEqualTo(clock.instant().plusSeconds(30));
        clock.forward(Duration.ofSeconds(30));
        courier.carry(claimAgain());

        assertThat(now().status()).isEqualTo(Status.ABANDONED);
        assertThat(now().note()).isEqualTo("All 3 attempts failed.");
        assertThat(now().log()).hasSize(3);
        assertThat(deliveries.events())
                .hasExactlyElementsOfTypes(MessageDelayed.class, MessageDelayed.class, MessageAbandoned.class);
    }

    @Test
    void givesAReceiverUpThatIsDownForThreeDaysAfterExactlyTheAttemptsOfTheLadder() throws Exception {
        // Scenario: default delays, no answer for 75 hours, each attempt made when it is due. Expected: twelve attempts
        // at
        // their times within three days, then the message is given up and the subscription switched off with the
        // reason.
        Courier patient = courierWithDefaults();
        sender.answer("hook.example", new Outcome.Unreachable("No answer."));

        int attempts = attemptsUntilGivenUp(patient);

        assertThat(attempts).isEqualTo(12);
        assertThat(Duration.between(NOW, clock.instant()))
                .isEqualTo(Duration.ofHours(70).plusMinutes(42).plusSeconds(35));
        assertThat(subscribers.disabled("sub")).hasValueSatisfying(why -> assertThat(why)
                .contains("Nothing was delivered since " + NOW, "All 12 attempts failed.", "No answer."));
    }

    @Test
    void goesOnWithAReceiverThatTookAnotherMessageMeanwhile() throws Exception {
        // Scenario: one message is refused for three days while others arrive. Expected: that one alone is given up.
        Courier patient = courierWithDefaults();
        Delivery other = deliveries.add(
                FakeDeliveries.pending("case-2@1", "sub", "海关", "https://hook.example", clock.instant()));
        patient.carry(deliveries
                .claim(other.id(), "me", clock.instant(), settings.lease())
                .orElseThrow());
        sender.answer("hook.example", new Outcome.Rejected(422, "", null));

        attemptsUntilGivenUp(patient);

        assertThat(now().status()).isEqualTo(Status.ABANDONED);
        assertThat(subscribers.disabled("sub")).isEmpty();
    }

    @Test
    void givesUpNoReceiverThatFailedForLessThanADay() throws Exception {
        // Scenario: an operator's short ladder is at its end after 35 seconds. Expected: the message alone is given up.
        sender.answer("hook.example", new Outcome.Unreachable("No answer."));

        attemptsUntilGivenUp(courier);

        assertThat(now().status()).isEqualTo(Status.ABANDONED);
        assertThat(subscribers.disabled("sub")).isEmpty();
    }

    @Test
    void givesAReceiverUpThatOneMessageWaitedForInVainForTooLong() {
        // Scenario: five days behind a pause or a breaker without an attempt. Expected: given up with the message.
        clock.forward(Duration.ofDays(5));

        courier.expire(claimed, "Not delivered within 96 hours.");

        assertGivenUpUnsent("Not delivered within 96 hours.");
        assertThat(subscribers.disabled("sub"))
                .hasValueSatisfying(why -> assertThat(why).contains("96 hours"));
    }

    private Courier courierWithDefaults() {
        DeliverySettings defaults = new Binder(
                        new MapConfigurationPropertySource(Map.of("casewire.notify.delivery.jitter", "0")))
                .bind("casewire.notify.delivery", DeliverySettings.class)
                .get();
        return new Courier(
                deliveries,
                subscribers,
                sender.senders(),
                new RetryDelays(defaults, new Random(1)),
                clock,
                new AttemptTelemetry(meters, Traces.of(new TraceSettings(null, 1), "notify")));
    }

    /** Carries the message whenever it is due; returns how often. */
    private int attemptsUntilGivenUp(Courier by) throws InterruptedException {
        int attempts = 1;
        by.carry(claimed);
        while (now().status() == Status.PENDING) {
            clock.forward(Duration.between(clock.instant(), now().due()));
            by.carry(claimAgain());
            attempts++;
        }
        return attempts;
    }

    @Test
    void givesTheClaimBackWhenInterrupted() {
        // Scenario: told to stop while the receiver thinks. Expected: the message is due at once for whoever comes
        // next, the
        // attempt does not count, and no event speaks of it.
        sender.answer("hook.example", _ -> {
            throw new InterruptedException();
        });

        assertThatThrownBy(() -> courier.carry(claimed)).isInstanceOf(InterruptedException.class);

        assertThat(now().claim()).isNull();
        assertThat(now().due()).isEqualTo(NOW);
        assertThat(now().attempts()).isZero();
        assertThat(deliveries.events()).isEmpty();
    }

    @Test
    void leavesWhatSomebodyElseTookOver() throws Exception {
        // Scenario: the lease ends during the attempt and another worker takes the message. Expected: its claim stands,
        // and
        // nothing is written over it.
        sender.answer("hook.example", _ -> {
            clock.forward(settings.lease());
            deliveries.claim(claimed.id(), "somebody else", clock.instant(), settings.lease());
            return new Outcome.Delivered(200, "");
        });

        courier.carry(claimed);

        assertThat(now().claim()).isEqualTo("somebody else");
        assertThat(now().status()).isEqualTo(Status.PENDING);
        assertThat(deliveries.events()).isEmpty();
    }

    @Test
    void sendsNothingWhileTheStoreIsAway() {
        // Scenario: the store fails before the message is read. Expected: the failure goes to the caller; nothing is
        // sent.
        deliveries.away(true);

        assertThatThrownBy(() -> courier.carry(claimed)).isInstanceOf(DataAccessException.class);

        assertThat(sender.sent()).isEmpty();
    }

    @Test
    void leavesTheClaimToItsLeaseWhereTheResultCannotBeWritten() {
        // Scenario: the receiver takes the message and the store fails. Expected: the failure goes to the caller, and
        // the
        // claim stands until its lease ends.
        sender.answer("hook.example", _ -> {
            deliveries.away(true);
            return new Outcome.Delivered(200, "");
        });

        assertThatThrownBy(() -> courier.carry(claimed)).isInstanceOf(DataAccessException.class);

        deliveries.away(false);
        assertThat(now().due()).isEqualTo(NOW.plus(settings.lease()));
        assertThat(now().claim()).isEqualTo(claimed.claim());
    }

    @Test
    void abandonsWithoutAnAttempt() {
        // Scenario: the message has waited too long. Expected: it is given up with that note, and an event says so.
        courier.abandon(claimed, "Too old.");

        assertGivenUpUnsent("Too old.");
    }

    private Delivery claim(String event) {
        subscribers.put("sub", URL);
        Delivery added =
                deliveries.add(FakeDeliveries.pending(event, "sub", "海关", "https://hook.example", clock.instant()));
        return deliveries
                .claim(added.id(), "me", clock.instant(), settings.lease())
                .orElseThrow();
    }

    private Delivery claimAgain() {
        claimed = deliveries
                .claim(claimed.id(), "me", clock.instant(), settings.lease())
                .orElseThrow();
        return claimed;
    }

    private Delivery now() {
        return deliveries.get(claimed.id());
    }

    private void assertDelayed(Instant due, Attempt attempt) {
        assertThat(now().status()).isEqualTo(Status.PENDING);
        assertThat(now().due()).isEqualTo(due);
        assertThat(now().failures()).isEqualTo(1);
        assertThat(now().log()).isEqualTo(List.of(attempt));
        assertThat(deliveries.events()).singleElement().isInstanceOfSatisfying(MessageDelayed.class, event -> {
            assertThat(event.delivery().responseStatus()).isEqualTo(attempt.status());
            assertThat(event.delivery().failure()).isEqualTo(attempt.failure());
        });
    }

    private void assertGivenUpUnsent(String why) {
        assertThat(sender.sent()).isEmpty();
        assertThat(now().status()).isEqualTo(Status.ABANDONED);
        assertThat(now().note()).isEqualTo(why);
        assertThat(now().attempts()).isZero();
        assertThat(deliveries.events()).singleElement().isInstanceOf(MessageAbandoned.class);
    }

    private void assertCounted(String outcome) {
        assertThat(meters.counter("casewire.notify.attempts", "outcome", outcome)
                        .count())
                .isEqualTo(1);
    }
}
