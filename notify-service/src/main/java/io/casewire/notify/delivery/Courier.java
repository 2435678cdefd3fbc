package io.casewire.notify.delivery;

import io.casewire.notify.delivery.Delivery.Status;
import io.casewire.notify.delivery.Endpoints.Health;
import io.casewire.notify.delivery.Endpoints.Report;
import io.casewire.notify.delivery.Subscribers.Subscriber;
import io.casewire.notify.delivery.webhook.Outcome;
import io.casewire.notify.delivery.webhook.WebhookMessage;
import io.casewire.outbound.destination.DestinationRefused;
import io.casewire.outbound.destination.Destinations;
import io.casewire.outbound.destination.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries one claimed delivery to its receiver and writes down what came of it. */
final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final DeliveryQueue deliveries;
    private final Subscribers subscribers;
    private final Destinations destinations;
    private final WebhookSender webhooks;
    private final RetryDelays retryDelays;
    private final InstantSource clock;
    private final AttemptTelemetry telemetry;

    Courier(
            DeliveryQueue deliveries,
            Subscribers subscribers,
            Destinations destinations,
            WebhookSender webhooks,
            RetryDelays retryDelays,
            InstantSource clock,
            AttemptTelemetry telemetry) {
        this.deliveries = deliveries;
        this.subscribers = subscribers;
        this.destinations = destinations;
        this.webhooks = webhooks;
        this.retryDelays = retryDelays;
        this.clock = clock;
        this.telemetry = telemetry;
    }

    /**
     * Attempts the delivery once and returns what that says about its endpoint.
     *
     * @throws InterruptedException when asked to stop; the claim is given back and the attempt does not count
     */
    Report carry(Delivery claimed) throws InterruptedException {
        Instant began = clock.instant();
        Optional<Subscriber> subscriber = subscribers.find(claimed.subscriptionId(), began);
        if (subscriber.isEmpty() || !subscriber.get().active()) {
            abandon(claimed, "The subscription is " + (subscriber.isEmpty() ? "deleted." : "switched off."));
            return Report.UNKNOWN;
        }
        try {
            Endpoint endpoint = destinations.parse(subscriber.get().url());
            if (!endpoint.key().equals(claimed.endpoint())) {
                // its place was taken at the host it used to go to
                deliveries.release(claimed, began, endpoint.key());
                return Report.UNKNOWN;
            }
            String body = deliveries.body(claimed.eventId());
            return complete(
                    claimed,
                    webhooks.send(new WebhookMessage(
                            claimed.deliveryId(),
                            endpoint,
                            body,
                            subscriber.get().secrets())),
                    began);
        } catch (DestinationRefused e) {
            return complete(claimed, new Outcome.Blocked(String.valueOf(e.getMessage())), began);
        } catch (InterruptedException e) {
            deliveries.release(claimed, clock.instant(), claimed.endpoint());
            throw e;
        }
    }

    /** Ends a delivery without an attempt. */
    void abandon(Delivery claimed, String why) {
        write(claimed, new Completion(Status.ABANDONED, claimed.failures(), null, null, why, clock.instant()));
    }

    private Report complete(Delivery claimed, Outcome outcome, Instant began) {
        Instant now = clock.instant();
        long took = Duration.between(began, now).toMillis();
        telemetry.attempted(claimed, outcome, began);
        return switch (outcome) {
            case Outcome.Delivered delivered -> {
                Attempt attempt = new Attempt(began, took, delivered.status(), delivered.excerpt(), null);
                write(claimed, new Completion(Status.DELIVERED, claimed.failures(), null, attempt, null, now));
                yield Report.ANSWERS;
            }
            case Outcome.Gone gone -> {
                String why = "The receiver answered 410 Gone; the subscription is switched off.";
                subscribers.disable(claimed.subscriptionId(), "The receiver answered 410 Gone.", now);
                Attempt attempt = new Attempt(began, took, 410, gone.excerpt(), why);
                write(claimed, new Completion(Status.ABANDONED, claimed.failures() + 1, null, attempt, why, now));
                yield Report.ANSWERS;
            }
            case Outcome.Rejected rejected -> {
                String why = "The receiver answered " + rejected.status() + ".";
                Attempt attempt = new Attempt(began, took, rejected.status(), rejected.excerpt(), why);
                retry(claimed, attempt, rejected.retryAfter(), now);
                yield new Report(
                        rejected.status() >= 500 ? Health.FAILS : Health.ANSWERS,
                        retryDelays.pauseUntil(rejected.status(), rejected.retryAfter(), now));
            }
            case Outcome.Unreachable unreachable -> {
                retry(claimed, new Attempt(began, took, null, null, unreachable.reason()), null, now);
                yield Report.FAILS;
            }
            case Outcome.Blocked blocked -> {
                retry(claimed, new Attempt(began, took, null, null, blocked.reason()), null, now);
                yield Report.FAILS;
            }
        };
    }

    private void retry(Delivery claimed, Attempt attempt, @Nullable Duration retryAfter, Instant now) {
        int failures = claimed.failures() + 1;
        Completion completion = retryDelays
                .next(failures, now, retryAfter)
                .map(next -> new Completion(Status.PENDING, failures, next, attempt, null, now))
                .orElseGet(() -> new Completion(
                        Status.ABANDONED, failures, null, attempt, "All " + failures + " attempts failed.", now));
        write(claimed, completion);
    }

    private void write(Delivery claimed, Completion completion) {
        if (!deliveries.complete(claimed, completion, DeliveryEvents.of(claimed, completion))) {
            LOG.warn("Delivery {} was taken over while it was attempted; it may arrive twice", claimed.id());
        }
    }
}
