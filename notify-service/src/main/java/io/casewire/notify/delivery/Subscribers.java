package io.casewire.notify.delivery;

import io.casewire.contracts.id.SubscriptionId;
import io.casewire.notify.subscription.SigningSecret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The stored subscriptions, as those who send to them see them. Every method fails as the store does. */
interface Subscribers {
    /** Where messages of that subscription go; empty when it is deleted or never was. */
    Optional<Subscriber> find(SubscriptionId id, Instant now);

    /** Switches a subscription off for that reason; does nothing where it already is off or gone. */
    void disable(SubscriptionId id, String reason, Instant now);

    /**
     * Where messages go.
     *
     * @param url as checked when it was subscribed
     * @param secrets to sign with now
     * @param active false: nothing is to be sent
     */
    record Subscriber(String url, List<SigningSecret> secrets, boolean active) {
        public Subscriber {
            secrets = List.copyOf(secrets);
        }

        @Override
        public String toString() {
            return active ? "active" : "switched off";
        }
    }
}
