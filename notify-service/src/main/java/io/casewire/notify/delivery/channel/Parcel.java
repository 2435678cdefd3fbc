package io.casewire.notify.delivery.channel;

import io.casewire.contracts.id.DeliveryId;
import io.casewire.contracts.id.SubscriptionId;

/**
 * What one attempt is to hand over.
 *
 * @param id the same at every attempt: what receivers deduplicate by
 * @param type wire name of what is told, {@link #DIGEST} or {@link #CONFIRMATION}
 * @param subject id of the thing it is about: what belongs together has the same
 * @param body JSON, the same for everybody who is told of it
 */
public record Parcel(DeliveryId id, SubscriptionId subscription, String type, String subject, String body) {
    /** The type of the one message that asks a receiver whether it wants the others. */
    public static final String CONFIRMATION = "casewire.subscription.confirmation";

    /** The type of a message that tells of several events. */
    public static final String DIGEST = "casewire.digest.v1";

    /** Whether it asks the receiver to confirm. */
    public boolean isConfirmation() {
        return type.equals(CONFIRMATION);
    }

    /** Whether it tells of several events. */
    public boolean isDigest() {
        return type.equals(DIGEST);
    }

    @Override
    public String toString() {
        return id.value();
    }
}
