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
    private static final String NOT_REPEATED =
            "The endpoint answered 2xx without the challenge: its answer's body is to be data.challenge.";

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
        if (!parcel.type().equals(Parcel.VERIFICATION)) {
            return send(parcel, parcel.body(), channel);
        }
        Challenge challenge = Challenge.draw();
        Outcome outcome = send(parcel, challenge.in(parcel.body()), channel);
        return outcome instanceof Outcome.Delivered answered && !challenge.isRepeatedBy(answered.excerpt())
                ? new Outcome.Declined(answered.status(), answered.excerpt(), NOT_REPEATED, null)
                : outcome;
    }

    private Outcome send(Parcel parcel, String body, Webhook channel) throws InterruptedException {
        return client.send(new WebhookMessage(parcel.id(), destinations.parse(channel.url()), body, channel.secrets()));
    }
}
