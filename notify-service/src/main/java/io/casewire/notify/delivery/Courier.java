package io.casewire.notify.delivery;

import io.casewire.contracts.event.DeliveryEvent;
import io.casewire.contracts.event.DeliveryEvent.Channel;
import io.casewire.contracts.event.DeliveryEvent.MessageAbandoned;
import io.casewire.contracts.event.DeliveryEvent.MessageDelayed;
import io.casewire.contracts.event.DeliveryEvent.MessageDelivered;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.Envelope;
import io.casewire.messaging.Outgoing;
import io.casewire.messaging.trace.Traces;
import io.casewire.notify.delivery.Delivery.Status;
import io.casewire.notify.delivery.Endpoints.Health;
import io.casewire.notify.delivery.webhook.Outcome;
import io.casewire.notify.delivery.webhook.WebhookClient;
import io.casewire.notify.delivery.webhook.WebhookMessage;
import io.casewire.notify.destination.DestinationRefused;
import io.casewire.notify.destination.Destinations;
import io.casewire.notify.destination.Endpoint;
import io.casewire.notify.subscription.Subscription;
import io.casewire.notify.subscription.Subscriptions;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries one claimed delivery to its receiver and writes down what came of it. */
final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final URI SOURCE = URI.create("/casewire/notify");

    private final Deliveries deliveries;
    private final Subscriptions subscriptions;
    private final Destinations destinations;
    private final WebhookClient webhooks;
    private final RetryLadder ladder;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final Traces traces;

    Courier(
            Deliveries deliveries,
            Subscriptions subscriptions,
            Destinations destinations,
            WebhookClient webhooks,
            RetryLadder ladder,
            InstantSource clock,
            MeterRegistry meters,
            Traces traces) {
        this.deliveries = deliveries;
        this.subscriptions = subscriptions;
        this.destinations = destinations;
        this.webhooks = webhooks;
        this.ladder = ladder;
        this.clock = clock;
        this.meters = meters;
        this.traces = traces;
    }

    /**
     * Attempts the delivery once.
     *
     * @throws InterruptedException when told to stop; the claim is given back and the attempt does not count
     */
    Health carry(Delivery claimed) throws InterruptedException {
        Optional<Subscription> subscription = subscriptions.find(claimed.subscriptionId());
        if (subscription.isEmpty() || !subscription.get().active()) {
            abandon(claimed, "The subscription is " + (subscription.isEmpty() ? "deleted." : "switched off."));
            return Health.UNKNOWN;
        }
        Instant began = clock.instant();
        try {
            Endpoint endpoint = destinations.parse(subscription.get().url());
            if (!endpoint.key().equals(claimed.endpoint())) {
                // its place was taken at the host it used to go to
                deliveries.release(claimed, began, endpoint.key());
                return Health.UNKNOWN;
            }
            Outcome outcome = webhooks.send(new WebhookMessage(
                    claimed.deliveryId(),
                    endpoint,
                    deliveries.body(claimed.eventId()),
                    subscription.get().secretsAt(began)));
            return note(claimed, outcome, began);
        } catch (DestinationRefused e) {
            return note(claimed, new Outcome.Forbidden(String.valueOf(e.getMessage())), began);
        } catch (InterruptedException e) {
            deliveries.release(claimed, clock.instant(), claimed.endpoint());
            throw e;
        }
    }

    /** Ends a delivery without an attempt. */
    void abandon(Delivery claimed, String why) {
        Instant now = clock.instant();
        settle(claimed, Status.ABANDONED, claimed.failures(), null, null, why, now);
    }

    private Health note(Delivery claimed, Outcome outcome, Instant began) {
        Instant now = clock.instant();
        long took = Duration.between(began, now).toMillis();
        meters.counter("casewire.notify.attempts", "outcome", outcome.getClass().getSimpleName())
                .increment();
        traces.request(
                "deliver webhook",
                claimed.correlationId(),
                began,
                outcome instanceof Outcome.Taken
                        ? null
                        : outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                Map.of(
                        "server.address",
                        host(claimed.endpoint()),
                        "casewire.delivery",
                        claimed.id(),
                        "casewire.subscription",
                        claimed.subscriptionId().value(),
                        "cloudevents.event_id",
                        claimed.eventId()));
        return switch (outcome) {
            case Outcome.Taken taken -> {
                Attempt attempt = new Attempt(began, took, taken.status(), taken.excerpt(), null);
                settle(claimed, Status.DELIVERED, claimed.failures(), null, attempt, null, now);
                yield Health.ANSWERS;
            }
            case Outcome.Gone gone -> {
                String why = "The receiver answered 410 Gone; the subscription is switched off.";
                subscriptions.stop(claimed.subscriptionId(), "The receiver answered 410 Gone.", now);
                settle(
                        claimed,
                        Status.ABANDONED,
                        claimed.failures() + 1,
                        null,
                        new Attempt(began, took, 410, gone.excerpt(), why),
                        why,
                        now);
                yield Health.ANSWERS;
            }
            case Outcome.Declined declined -> {
                String why = "The receiver answered " + declined.status() + ".";
                Attempt attempt = new Attempt(began, took, declined.status(), declined.excerpt(), why);
                retry(claimed, attempt, declined.retryAfter(), now);
                yield declined.status() >= 500 ? Health.FAILS : Health.ANSWERS;
            }
            case Outcome.Unreachable unreachable -> {
                retry(claimed, new Attempt(began, took, null, null, unreachable.reason()), null, now);
                yield Health.FAILS;
            }
            case Outcome.Forbidden forbidden -> {
                retry(claimed, new Attempt(began, took, null, null, forbidden.reason()), null, now);
                yield Health.FAILS;
            }
        };
    }

    private void retry(Delivery claimed, Attempt attempt, @Nullable Duration retryAfter, Instant now) {
        int failures = claimed.failures() + 1;
        Optional<Instant> next = ladder.next(failures, now, retryAfter);
        settle(
                claimed,
                next.isPresent() ? Status.PENDING : Status.ABANDONED,
                failures,
                next.orElse(null),
                attempt,
                next.isPresent() ? null : "All " + failures + " attempts failed.",
                now);
    }

    private void settle(
            Delivery claimed,
            Status status,
            int failures,
            @Nullable Instant due,
            @Nullable Attempt attempt,
            @Nullable String note,
            Instant now) {
        DeliveryEvent told = event(claimed, status, due, attempt, note);
        boolean held = deliveries.settle(
                claimed,
                status,
                failures,
                due,
                attempt,
                note,
                now,
                new Outgoing<>(
                        Topics.DELIVERY, Envelope.now(told, SOURCE, now, claimed.correlationId(), claimed.backfill())));
        if (!held) {
            LOG.warn("Delivery {} was taken over while it was attempted; it may arrive twice", claimed.id());
        }
    }

    private static DeliveryEvent event(
            Delivery claimed, Status status, @Nullable Instant due, @Nullable Attempt attempt, @Nullable String note) {
        String failure = attempt == null || attempt.failure() == null ? note : attempt.failure();
        DeliveryEvent.Delivery state = new DeliveryEvent.Delivery(
                claimed.deliveryId(),
                claimed.subscriptionId(),
                claimed.agency(),
                claimed.eventId(),
                claimed.eventType(),
                Channel.WEBHOOK,
                host(claimed.endpoint()),
                claimed.attempts() + (attempt == null ? 0 : 1),
                attempt == null ? null : attempt.status(),
                failure,
                due);
        long revision = claimed.revision() + 1;
        return switch (status) {
            case DELIVERED -> new MessageDelivered(state, revision);
            case PENDING -> new MessageDelayed(state, revision);
            case ABANDONED -> new MessageAbandoned(state, revision);
        };
    }

    private static String host(String endpoint) {
        return endpoint.substring(endpoint.indexOf("://") + 3);
    }
}
