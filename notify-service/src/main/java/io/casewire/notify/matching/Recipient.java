package io.casewire.notify.matching;

import io.casewire.notify.subscription.Channel;

/**
 * A subscription an event is for.
 *
 * @param subscription its id
 * @param agency its owner
 * @param channel where its messages go
 */
public record Recipient(String subscription, String agency, Channel channel) {
    /** Without the channel, which may hold a secret. */
    @Override
    public String toString() {
        return subscription;
    }
}
