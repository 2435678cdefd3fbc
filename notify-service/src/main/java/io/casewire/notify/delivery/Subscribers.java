package io.casewire.notify.delivery;

import io.casewire.contracts.id.SubscriptionId;
import io.casewire.notify.delivery.channel.Parcel;
import io.casewire.notify.subscription.Channel;
import io.casewire.notify.subscription.EventKind;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stored subscriptions, as those who send to them see them. Every method fails as the store does. */
interface Subscribers {
    /** Where messages of that subscription go; empty when it is deleted or never was. */
    Optional<Subscriber> find(SubscriptionId id, Instant now);

    /** Switches a subscription off for that reason; does nothing where it already is off or gone. */
    void disable(SubscriptionId id, String reason, Instant now);

    /**
     * A message to a subscription was refused for good. After three in a row it is switched off.
     *
     * @param reason one sentence
     */
    void bounced(SubscriptionId id, String reason, Instant now);

    /** The endpoint of a webhook has repeated the challenge. */
    void verified(SubscriptionId id, Instant now);

    /**
     * It has not; does nothing where it need not any more.
     *
     * @param why one sentence
     * @param last whether no other attempt follows: the subscription is switched off then
     */
    void unanswered(SubscriptionId id, String why, boolean last, Instant now);

    /** A message to a subscription of which some bounced before was taken. */
    void recovered(SubscriptionId id, Instant now);

    /**
     * Where messages go.
     *
     * @param active false: nothing is to be sent but, where it has to be confirmed, the question
     * @param quietUntil when its quiet hours end; null where there are none now
     * @param urgentExempt whether reminders of deadlines are sent in them
     */
    record Subscriber(
            Channel channel, boolean active, @Nullable Instant quietUntil, boolean urgentExempt) {
        /** One that is told at any time. */
        Subscriber(Channel channel, boolean active) {
            this(channel, active, null, false);
        }

        /** Until when a message of that type waits; null where it goes out. */
        @Nullable
        Instant waits(String type) {
            boolean exempt = Parcel.isQuestion(type) || (urgentExempt && EventKind.isUrgent(type));
            return exempt ? null : quietUntil;
        }

        /** Whether a message of that type is to be sent now. */
        boolean takes(String type) {
            return switch (type) {
                case Parcel.CONFIRMATION -> channel instanceof Channel.Email email && !email.confirmed();
                case Parcel.VERIFICATION -> isUnverified();
                default -> active;
            };
        }

        /** Whether a message of that type waits until the endpoint has repeated the challenge. */
        boolean holds(String type) {
            return isUnverified() && !type.equals(Parcel.VERIFICATION);
        }

        private boolean isUnverified() {
            return channel instanceof Channel.Webhook webhook && !webhook.verified();
        }

        @Override
        public String toString() {
            return active ? "active" : "switched off";
        }
    }
}
