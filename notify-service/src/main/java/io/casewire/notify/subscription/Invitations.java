package io.casewire.notify.subscription;

/** Asks receivers whether they want messages: those of mail by a link, those of webhooks by a challenge. */
@FunctionalInterface
public interface Invitations {
    /** Sends the receiver of that subscription the question. Fails as the store does. */
    void invite(Subscription subscription);
}
