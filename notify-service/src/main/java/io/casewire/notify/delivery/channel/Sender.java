package io.casewire.notify.delivery.channel;

import io.casewire.notify.subscription.Channel;

/**
 * One way messages travel.
 *
 * @param <C> the channel
 */
public interface Sender<C extends Channel> {
    /**
     * What limits and circuit breakers are kept by; scheme, host and port come first, and nothing secret is in it.
     *
     * @throws io.casewire.outbound.destination.DestinationRefused when nothing may be sent there
     */
    String endpoint(C channel);

    /**
     * Makes one attempt. It ends within the time its settings give it and throws nothing that a receiver causes.
     *
     * @throws InterruptedException when asked to stop; whether the message arrived is then unknown
     * @throws io.casewire.outbound.destination.DestinationRefused when nothing may be sent there
     */
    Outcome send(Parcel parcel, C channel) throws InterruptedException;
}
