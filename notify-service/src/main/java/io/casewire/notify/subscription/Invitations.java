package io.casewire.notify.subscription;

/** Asks receivers of mail whether they want messages. */
@FunctionalInterface
public interface Invitations {
    /** Sends the receiver of that subscription the question. Fails as the store does. */
    void invite(Subscription subscription);
}
