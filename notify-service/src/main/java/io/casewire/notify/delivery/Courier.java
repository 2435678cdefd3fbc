package io.casewire.notify.delivery;

import io.casewire.contracts.event.DeliveryEvent;
import io.casewire.notify.delivery.Delivery.Status;
import io.casewire.notify.delivery.Endpoints.Health;
import io.casewire.notify.delivery.Endpoints.Report;
import io.casewire.notify.delivery.Subscribers.Subscriber;
import io.casewire.notify.delivery.channel.Outcome;
import io.casewire.notify.delivery.channel.Parcel;
import io.casewire.notify.delivery.channel.Senders;
import io.casewire.notify.subscription.Channel;
import io.casewire.outbound.destination.DestinationRefused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries one claimed delivery to its receiver and writes down what came of it. */
final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    /** What waits for its endpoint to be verified is looked at again after so long; its answer makes it due at once. */
    private static final Duration HELD = Duration.ofMinutes(1);

    /** A receiver that fails for less is not given up, however often it was tried. */
    private static final Duration LASTING = Duration.ofDays(1);

    private final DeliveryQueue deliveries;
    private final Subscribers subscribers;
    private final Senders senders;
    private final RetryDelays retryDelays;
    private final InstantSource clock;
    private final AttemptTelemetry telemetry;

    Courier(
            DeliveryQueue deliveries,
            Subscribers subscribers,
            Senders senders,
            RetryDelays retryDelays,
            InstantSource clock,
            AttemptTelemetry telemetry) {
        this.deliveries = deliveries;
        this.subscribers = subscribers;
        this.senders = senders;
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
        Optional<Subscriber> found = subscribers.find(claimed.subscriptionId(), began);
        if (found.isEmpty() || !found.get().takes(claimed.eventType())) {
            abandon(claimed, why(claimed, found));
            return Report.UNKNOWN;
        }
        if (found.get().holds(claimed.eventType())) {
            deliveries.release(claimed, began.plus(HELD), claimed.endpoint());
            return Report.UNKNOWN;
        }
        Instant quietUntil = found.get().waits(claimed.eventType());
        if (quietUntil != null) {
            deliveries.hold(claimed, quietUntil);
            return Report.UNKNOWN;
        }
        Channel channel = found.get().channel();
        try {
            String endpoint = senders.endpoint(channel);
            if (!endpoint.equals(claimed.endpoint())) {
                // its place was taken at the host it used to go to
                deliveries.release(claimed, began, endpoint);
                return Report.UNKNOWN;
            }
            return complete(claimed, channel, senders.send(parcel(claimed), channel), began);
        } catch (DestinationRefused e) {
            return complete(claimed, channel, new Outcome.Blocked(String.valueOf(e.getMessage())), began);
        } catch (InterruptedException e) {
            deliveries.release(claimed, clock.instant(), claimed.endpoint());
            throw e;
        }
    }

    /** Ends a delivery that has waited too long. */
    void expire(Delivery claimed, String why) {
        abandon(claimed, why);
        stopWhereNothingArrives(claimed, why, clock.instant());
    }

    /** Ends a delivery without an attempt. */
    void abandon(Delivery claimed, String why) {
        write(claimed, new Completion(Status.ABANDONED, claimed.failures(), null, null, why, clock.instant()));
    }

    private Parcel parcel(Delivery claimed) {
        return new Parcel(
                claimed.deliveryId(),
                claimed.subscriptionId(),
                claimed.eventType(),
                claimed.subject(),
                deliveries.body(claimed.eventId()),
                claimed.sent() == null ? 0 : claimed.sent());
    }

    private static String why(Delivery claimed, Optional<Subscriber> found) {
        if (found.isEmpty()) {
            return "The subscription is deleted.";
        }
        return Parcel.isQuestion(claimed.eventType())
                ? "The receiver has answered already."
                : "The subscription is switched off.";
    }

    private Report complete(Delivery claimed, Channel channel, Outcome outcome, Instant began) {
        Instant now = clock.instant();
        long took = Duration.between(began, now).toMillis();
        if (!(outcome instanceof Outcome.Deferred)) {
            telemetry.attempted(claimed, outcome, began);
        }
        return switch (outcome) {
            case Outcome.Delivered delivered -> {
                Attempt attempt = new Attempt(began, took, delivered.status(), delivered.excerpt(), null);
                if (channel instanceof Channel.Email email && email.bounces() > 0) {
                    subscribers.recovered(claimed.subscriptionId(), now);
                }
                if (claimed.eventType().equals(Parcel.VERIFICATION)) {
                    subscribers.verified(claimed.subscriptionId(), now);
                    deliveries.hasten(claimed.subscriptionId(), now);
                }
                write(claimed, new Completion(Status.DELIVERED, claimed.failures(), null, attempt, null, now));
                yield Report.ANSWERS;
            }
            case Outcome.Continued continued -> {
                Attempt attempt = new Attempt(began, took, continued.status(), continued.excerpt(), null);
                deliveries.goOn(claimed, continued.sent(), attempt, now);
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
            case Outcome.Declined declined -> {
                Duration pause = declined.pause();
                retry(
                        claimed,
                        new Attempt(began, took, declined.status(), declined.excerpt(), declined.reason()),
                        pause,
                        now);
                yield new Report(Health.ANSWERS, pause == null ? null : now.plus(pause));
            }
            case Outcome.Bounced bounced -> {
                subscribers.bounced(claimed.subscriptionId(), bounced.reason(), now);
                Attempt attempt = new Attempt(began, took, bounced.status(), bounced.excerpt(), bounced.reason());
                write(
                        claimed,
                        new Completion(Status.ABANDONED, claimed.failures() + 1, null, attempt, bounced.reason(), now));
                yield Report.ANSWERS;
            }
            case Outcome.Deferred deferred -> {
                deliveries.release(claimed, now.plus(deferred.pause()), claimed.endpoint());
                yield new Report(Health.UNKNOWN, now.plus(deferred.pause()));
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
        if (completion.status() == Status.ABANDONED) {
            stopWhereNothingArrives(claimed, completion.note() + " The last: " + attempt.failure(), now);
        }
    }

    /**
     * Switches a subscription off whose receiver took nothing while a message waited for a day or longer. Of mail the operator's own
     * server may be at fault, and what receivers refuse is counted otherwise.
     */
    private void stopWhereNothingArrives(Delivery lost, String why, Instant now) {
        boolean lasting = !now.isBefore(lost.startedAt().plus(LASTING));
        if (lasting
                && lost.via() != DeliveryEvent.Channel.EMAIL
                && !Parcel.isQuestion(lost.eventType())
                && !deliveries.deliveredSince(lost.subscriptionId(), lost.startedAt())) {
            subscribers.disable(
                    lost.subscriptionId(),
                    "Nothing was delivered since %s. %s"
                            .formatted(lost.startedAt().truncatedTo(ChronoUnit.SECONDS), why),
                    now);
        }
    }

    private void write(Delivery claimed, Completion completion) {
        if (claimed.eventType().equals(Parcel.VERIFICATION) && completion.status() != Status.DELIVERED) {
            Attempt attempt = completion.attempt();
            String why = attempt == null || attempt.failure() == null ? completion.note() : attempt.failure();
            subscribers.unanswered(
                    claimed.subscriptionId(),
                    String.valueOf(why),
                    completion.status() == Status.ABANDONED,
                    completion.at());
        }
        if (!deliveries.complete(claimed, completion, DeliveryEvents.of(claimed, completion))) {
            LOG.warn("Delivery {} was taken over while it was attempted; it may arrive twice", claimed.id());
        }
    }
}
