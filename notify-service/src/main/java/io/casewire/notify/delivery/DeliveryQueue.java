package io.casewire.notify.delivery;

import io.casewire.contracts.event.DeliveryEvent;
import io.casewire.contracts.id.SubscriptionId;
import io.casewire.messaging.Outgoing;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The stored deliveries, as those who send them see them. Every method fails as the store does. */
interface DeliveryQueue {
    /** What is due and is not skipped, the longest due first. */
    List<Due> due(Instant now, Skipped skipped, int max);

    /** Takes deliveries for this worker until the lease ends, in that order, without those that somebody else has or that are complete. */
    List<Delivery> claim(Collection<String> ids, String claim, Instant now, Duration lease);

    /** Takes one; empty when somebody else has it or it is complete. */
    default Optional<Delivery> claim(String id, String claim, Instant now, Duration lease) {
        return claim(List.of(id), claim, now, lease).stream().findFirst();
    }

    /** Gives a claim back unused, for a later time and perhaps another endpoint; does nothing where it has run out. */
    void release(Delivery claimed, Instant due, String endpoint);

    /** Gives a claim back unused until a time before which nothing is wanted; its patience begins then. */
    void hold(Delivery claimed, Instant until);

    /**
     * Writes what came of a claimed delivery and the event that says so; false when the claim had run out and somebody
     * else took over.
     */
    boolean complete(Delivery claimed, Completion completion, Outgoing<DeliveryEvent> event);

    /** Notes that so many parts were taken, gives the claim back and makes the next due at once; does nothing where it has run out. */
    void goOn(Delivery claimed, int sent, Attempt attempt, Instant now);

    /** Makes what waits for that subscription due at once. */
    void hasten(SubscriptionId subscription, Instant now);

    /** Waiting and not being attempted, begun before that time: whose patience is at its end. */
    List<Due> begunBefore(Instant time, Instant now, int max);

    /** Whether a message to that subscription was delivered at that time or later. */
    boolean deliveredSince(SubscriptionId subscription, Instant since);

    /** The body of that event's message. */
    String body(String eventId);
}
