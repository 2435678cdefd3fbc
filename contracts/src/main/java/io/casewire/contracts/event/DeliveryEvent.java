package io.casewire.contracts.event;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import io.casewire.contracts.id.DeliveryId;
import io.casewire.contracts.id.SubscriptionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a message to a subscriber. Made by notify on {@code casewire.delivery}; read by the console. */
public sealed interface DeliveryEvent extends Event {
    /** The delivery at this revision. */
    Delivery delivery();

    @Override
    default String key() {
        return delivery().id().value();
    }

    /** The receiver took it. */
    record MessageDelivered(Delivery delivery, long revision) implements DeliveryEvent {}

    /** An attempt failed; another follows at {@link Delivery#nextAttempt()}. */
    record MessageDelayed(Delivery delivery, long revision) implements DeliveryEvent {}

    /** No further attempt will be made. */
    record MessageAbandoned(Delivery delivery, long revision) implements DeliveryEvent {}

    /**
     * Somebody at the receiver's signed for it, once; who that was is for the owner's log.
     *
     * @param receiptedAt when
     */
    record MessageReceipted(Delivery delivery, long revision, Instant receiptedAt) implements DeliveryEvent {}

    /**
     * One message to one subscription.
     *
     * @param agency owner of the subscription
     * @param eventId {@link Event#eventId()} of what is told
     * @param eventType wire name of what is told; {@code casewire.subscription.confirmation} for the mail that asks a receiver
     *     to confirm, {@code casewire.endpoint.verification.v1} for the challenge that an endpoint has to repeat
     * @param host the receiver's host, without path or query: those may hold secrets
     * @param attempts made so far
     * @param responseStatus HTTP or SMTP status of the last answer; null where none came
     * @param failure why the last attempt failed, one sentence; null where it did not
     */
    record Delivery(
            DeliveryId id,
            SubscriptionId subscription,
            String agency,
            String eventId,
            String eventType,
            Channel channel,
            String host,
            int attempts,
            @Nullable Integer responseStatus,
            @Nullable String failure,
            @Nullable Instant nextAttempt) {}

    /** How a message travels. */
    enum Channel {
        WEBHOOK,
        EMAIL,
        /** A message to a group by its robot: WeCom, DingTalk, Feishu. */
        ROBOT,
        /** A channel a newer producer knows. */
        @JsonEnumDefaultValue
        OTHER
    }
}
