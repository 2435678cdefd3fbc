package io.casewire.notify.delivery;

import io.casewire.contracts.event.DeliveryEvent;
import io.casewire.contracts.event.DeliveryEvent.Channel;
import io.casewire.contracts.event.DeliveryEvent.MessageAbandoned;
import io.casewire.contracts.event.DeliveryEvent.MessageDelayed;
import io.casewire.contracts.event.DeliveryEvent.MessageDelivered;
import io.casewire.contracts.event.DeliveryEvent.MessageReceipted;
import io.casewire.contracts.topic.Topics;
import io.casewire.contracts.wire.Envelope;
import io.casewire.messaging.Outgoing;
import java.net.URI;
import java.time.Instant;

/** The events that say what came of a delivery. */
final class DeliveryEvents {
    private static final URI SOURCE = URI.create("/casewire/notify");

    private DeliveryEvents() {}

    static Outgoing<DeliveryEvent> of(Delivery claimed, Completion completion) {
        return new Outgoing<>(
                Topics.DELIVERY,
                Envelope.now(
                        event(claimed, completion),
                        SOURCE,
                        completion.at(),
                        claimed.correlationId(),
                        claimed.backfill()));
    }

    /** That somebody signed for a delivery. */
    static Outgoing<DeliveryEvent> receipted(Delivery delivery, Instant at) {
        DeliveryEvent.Delivery state = new DeliveryEvent.Delivery(
                delivery.deliveryId(),
                delivery.subscriptionId(),
                delivery.agency(),
                delivery.eventId(),
                delivery.eventType(),
                delivery.via(),
                delivery.host(),
                delivery.attempts(),
                null,
                null,
                null);
        return new Outgoing<>(
                Topics.DELIVERY,
                Envelope.now(
                        new MessageReceipted(state, delivery.revision() + 1, at),
                        SOURCE,
                        at,
                        delivery.correlationId(),
                        delivery.backfill()));
    }

    /** The name on the wire of that channel. */
    static Channel channel(io.casewire.notify.subscription.Channel channel) {
        return switch (channel) {
            case io.casewire.notify.subscription.Channel.Webhook _ -> Channel.WEBHOOK;
            case io.casewire.notify.subscription.Channel.Email _ -> Channel.EMAIL;
            case io.casewire.notify.subscription.Channel.Robot _ -> Channel.ROBOT;
        };
    }

    private static DeliveryEvent event(Delivery claimed, Completion completion) {
        Attempt attempt = completion.attempt();
        DeliveryEvent.Delivery state = new DeliveryEvent.Delivery(
                claimed.deliveryId(),
                claimed.subscriptionId(),
                claimed.agency(),
                claimed.eventId(),
                claimed.eventType(),
                claimed.via(),
                claimed.host(),
                claimed.attempts() + (attempt == null ? 0 : 1),
                attempt == null ? null : attempt.status(),
                attempt == null || attempt.failure() == null ? completion.note() : attempt.failure(),
                completion.due());
        long revision = claimed.revision() + 1;
        return switch (completion.status()) {
            case DELIVERED -> new MessageDelivered(state, revision);
            case PENDING -> new MessageDelayed(state, revision);
            case ABANDONED -> new MessageAbandoned(state, revision);
            case HELD, DIGESTED ->
                throw new IllegalStateException(
                        "No attempt is made of " + claimed.id() + ", which is told with others");
        };
    }
}
