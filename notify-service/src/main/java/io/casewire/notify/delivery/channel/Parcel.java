package io.casewire.notify.delivery.channel;

import io.casewire.contracts.id.DeliveryId;
import io.casewire.contracts.id.SubscriptionId;

/**
 * What one attempt is to hand over.
 *
 * @param id the same at every attempt: what receivers deduplicate by
 * @param type wire name of what is told, {@link #DIGEST}, {@link #STOPPED}, {@link #CONFIRMATION} or {@link #VERIFICATION}
 * @param subject id of the thing it is about: what belongs together has the same
 * @param body JSON, the same for everybody who is told of it
 * @param sent how many parts of it the receiver has taken, where it is sent in several
 */
public record Parcel(DeliveryId id, SubscriptionId subscription, String type, String subject, String body, int sent) {
    /** The type of the one message that asks a receiver whether it wants the others. */
    public static final String CONFIRMATION = "casewire.subscription.confirmation";

    /** The type of a message that tells of several events. */
    public static final String DIGEST = "casewire.digest.v1";

    /** The type of the one message that a webhook's endpoint has to repeat the challenge of. */
    public static final String VERIFICATION = "casewire.endpoint.verification.v1";

    /** The type of a message that tells an owner, by another subscription of its own, that one was given up. */
    public static final String STOPPED = "casewire.subscription.stopped.v1";

    /** Whether messages of that type ask their receiver, and tell of nothing. */
    public static boolean isQuestion(String type) {
        return type.equals(CONFIRMATION) || type.equals(VERIFICATION);
    }

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
