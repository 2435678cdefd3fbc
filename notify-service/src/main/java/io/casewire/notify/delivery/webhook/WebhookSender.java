package io.casewire.notify.delivery.webhook;

import io.casewire.notify.delivery.channel.Outcome;
import io.casewire.notify.delivery.channel.Parcel;
import io.casewire.notify.delivery.channel.Sender;
import io.casewire.notify.subscription.Channel.Webhook;
import io.casewire.outbound.destination.Destinations;
import org.springframework.stereotype.Component;

/** Messages as webhooks. */
@Component
class WebhookSender implements Sender<Webhook> {
    private final Destinations destinations;
    private final WebhookClient client;

    WebhookSender(Destinations destinations, WebhookClient client) {
        this.destinations = destinations;
        this.client = client;
    }

    @Override
    public String endpoint(Webhook channel) {
        return destinations.parse(channel.url()).key();
    }

    @Override
    public Outcome send(Parcel parcel, Webhook channel) throws InterruptedException {
        return client.send(
                new WebhookMessage(parcel.id(), destinations.parse(channel.url()), parcel.body(), channel.secrets()));
    }
}
