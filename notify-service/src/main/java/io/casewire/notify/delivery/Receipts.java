package io.casewire.notify.delivery;

import io.casewire.notify.delivery.channel.Parcel;
import io.casewire.notify.delivery.channel.ReceiptToken;
import io.casewire.notify.subscription.Subscriptions;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signs for messages, and finds those that a link may sign for. */
@Component
class Receipts {
    private final Deliveries deliveries;
    private final Subscriptions subscriptions;
    private final InstantSource clock;

    Receipts(Deliveries deliveries, Subscriptions subscriptions, InstantSource clock) {
        this.deliveries = deliveries;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    /** The message that link came with; empty where there is none, or its subscription goes elsewhere by now. */
    Optional<Delivery> named(String link) {
        return ReceiptToken.read(link).flatMap(token -> deliveries
                .find(token.delivery().value())
                .filter(found -> !Parcel.isQuestion(found.eventType()))
                .filter(found -> subscriptions
                        .find(found.subscriptionId())
                        .flatMap(subscription -> subscription.channel(clock.instant()))
                        .filter(token::isOf)
                        .isPresent()));
    }

    /**
     * The message with the first receipt it was given, be it this one or one from before; empty while it is being attempted.
     *
     * @throws IllegalArgumentException for a name that is none
     */
    Optional<Delivery> sign(Delivery delivery, @Nullable String name) {
        Receipt receipt = Receipt.of(name, clock.instant());
        if (delivery.receipt() == null && !deliveries.receipted(delivery, receipt)) {
            return deliveries.find(delivery.id()).filter(found -> found.receipt() != null);
        }
        return deliveries.find(delivery.id());
    }
}
