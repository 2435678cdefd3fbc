package io.casewire.notify.delivery;

import io.casewire.contracts.event.DeliveryEvent.Channel;
import io.casewire.contracts.id.DeliveryId;
import io.casewire.contracts.id.SubscriptionId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One message to one subscription, as it is stored. The body is in {@link Message}, shared by all who get it.
 *
 * @param id derived from event and subscription, so that the same message is never made twice
 * @param eventType wire name
 * @param subject id of the thing the event is about
 * @param title what it is about, for a person; null where the event has none
 * @param endpoint scheme, host and port: what limits are kept by
 * @param attempts made in all
 * @param failures attempts that failed since it was made or resent
 * @param due when to attempt it, or, while it is claimed, when the claim runs out; null when it is complete
 * @param claim of the worker that attempts it now; null when none does
 * @param log the last attempts, oldest first
 * @param note why it was abandoned; null where it was not
 * @param revision of the last event about it
 * @param startedAt when it was made or last resent
 * @param held where it waited for others; null where it goes out by itself
 * @param channel how it travels; null in those that are older than others than webhooks
 * @param receipt null while nobody has signed for it
 * @param sent how many parts the receiver has taken of one that is sent in several; null for none
 */
@Document("deliveries")
record Delivery(
        @Id String id,
        String subscription,
        String agency,
        String eventId,
        String eventType,
        String subject,
        @Nullable String title,
        String correlationId,
        boolean backfill,
        String endpoint,
        Status status,
        int attempts,
        int failures,
        @Nullable Instant due,
        @Nullable String claim,
        List<Attempt> log,
        @Nullable String note,
        long revision,
        Instant createdAt,
        Instant startedAt,
        Instant updatedAt,
        @Nullable Channel channel,
        @Nullable Held held,
        @Nullable Receipt receipt,
        @Nullable Integer sent) {
    Delivery {
        log = List.copyOf(log);
    }

    /**
     * What a delivery tells.
     *
     * @param type wire name
     * @param subject id of the thing it is about
     * @param title of that thing; null where it has none
     */
    record About(
            String eventId,
            String type,
            String subject,
            @Nullable String title,
            String correlationId,
            boolean backfill) {}

    /**
     * Whom it tells.
     *
     * @param agency owner of the subscription
     * @param endpoint what places are counted by
     * @param channel how it travels; null for a webhook of before there were others
     */
    record Receiver(
            String subscription,
            String agency,
            String endpoint,
            @Nullable Channel channel) {}

    /** One that goes out by itself, and may at once. */
    static Delivery made(DeliveryId id, About about, Receiver receiver, Instant now) {
        return new Delivery(
                id.value(),
                receiver.subscription(),
                receiver.agency(),
                about.eventId(),
                about.type(),
                about.subject(),
                about.title(),
                about.correlationId(),
                about.backfill(),
                receiver.endpoint(),
                Status.PENDING,
                0,
                0,
                now,
                null,
                List.of(),
                null,
                0,
                now,
                now,
                now,
                receiver.channel(),
                null,
                null,
                null);
    }

    /** The same, to be told with others that wait there; not attempted by itself. */
    Delivery heldAt(String place, Instant recordedAt) {
        return new Delivery(
                id,
                subscription,
                agency,
                eventId,
                eventType,
                subject,
                title,
                correlationId,
                backfill,
                endpoint,
                Status.HELD,
                attempts,
                failures,
                null,
                claim,
                log,
                note,
                revision,
                createdAt,
                startedAt,
                updatedAt,
                channel,
                new Held(place, recordedAt, null),
                receipt,
                sent);
    }

    DeliveryId deliveryId() {
        return new DeliveryId(id);
    }

    SubscriptionId subscriptionId() {
        return new SubscriptionId(subscription);
    }

    /** Host and port it goes to. */
    String host() {
        int from = endpoint.indexOf("://") + 3;
        int end = endpoint.indexOf('/', from);
        return end < 0 ? endpoint.substring(from) : endpoint.substring(from, end);
    }

    /** How it travels. */
    Channel via() {
        return channel == null ? Channel.WEBHOOK : channel;
    }

    /** Where it stands. */
    enum Status {
        /** To be attempted, for the first time or again. */
        PENDING,
        /** Waits to be told with others. */
        HELD,
        /** Told in a digest, whose own delivery says what came of it. */
        DIGESTED,
        /** The receiver answered 2xx. */
        DELIVERED,
        /** No attempt will follow, unless the owner asks for one. */
        ABANDONED
    }

    /**
     * Of a message that waits for others, or waited.
     *
     * @param place id of where
     * @param recordedAt when the event was recorded
     * @param digest id of the one that tells it; null where none does yet
     */
    record Held(String place, Instant recordedAt, @Nullable String digest) {}
}
