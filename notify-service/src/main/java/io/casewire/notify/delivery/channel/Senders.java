package io.casewire.notify.delivery.channel;

import io.casewire.notify.subscription.Channel;
import io.casewire.outbound.destination.DestinationRefused;

/** The sender of each channel. */
public record Senders(Sender<Channel.Webhook> webhooks, Sender<Channel.Email> mails, Sender<Channel.Robot> robots) {

    /** {@link Sender#endpoint} of that channel. */
    public String endpoint(Channel channel) {
        return switch (channel) {
            case Channel.Webhook webhook -> webhooks.endpoint(webhook);
            case Channel.Email email -> mails.endpoint(email);
            case Channel.Robot robot -> robots.endpoint(robot);
        };
    }

    /** The same; where the settings no longer allow it one that nothing goes to, and the log of the delivery says why. */
    public String endpointOrRefused(Channel channel) {
        try {
            return endpoint(channel);
        } catch (DestinationRefused e) {
            return "refused://";
        }
    }

    /** {@link Sender#send} over that channel. */
    public Outcome send(Parcel parcel, Channel channel) throws InterruptedException {
        return switch (channel) {
            case Channel.Webhook webhook -> webhooks.send(parcel, webhook);
            case Channel.Email email -> mails.send(parcel, email);
            case Channel.Robot robot -> robots.send(parcel, robot);
        };
    }
}
