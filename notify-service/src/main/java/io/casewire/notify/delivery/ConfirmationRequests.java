package io.casewire.notify.delivery;

import io.casewire.contracts.id.DeliveryId;
import io.casewire.notify.delivery.channel.Parcel;
import io.casewire.notify.delivery.channel.Senders;
import io.casewire.notify.subscription.Channel;
import io.casewire.notify.subscription.Invitations;
import io.casewire.notify.subscription.Subscription;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes the delivery that asks a receiver to confirm: sent, tried again and logged like any other. */
@Component
class ConfirmationRequests implements Invitations {
    private final Deliveries deliveries;
    private final Senders senders;
    private final Dispatcher dispatcher;
    private final InstantSource clock;

    ConfirmationRequests(Deliveries deliveries, Senders senders, Dispatcher dispatcher, InstantSource clock) {
        this.deliveries = deliveries;
        this.senders = senders;
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    @Override
    public void invite(Subscription subscription) {
        Instant now = clock.instant();
        Channel channel = subscription.channel(now).orElseThrow();
        String type = channel instanceof Channel.Webhook ? Parcel.VERIFICATION : Parcel.CONFIRMATION;
        String id = subscription.id() + "@" + subscription.version();
        Delivery delivery = Delivery.made(
                DeliveryId.derive(type, id, channel.word()),
                new Delivery.About(id, type, subscription.id(), null, id, false),
                new Delivery.Receiver(
                        subscription.id(),
                        subscription.agency(),
                        senders.endpointOrRefused(channel),
                        DeliveryEvents.channel(channel)),
                now);
        deliveries.insertAbsent(List.of(Message.question(type, id, subscription.id(), now)), List.of(delivery));
        dispatcher.wakeUp();
    }
}
