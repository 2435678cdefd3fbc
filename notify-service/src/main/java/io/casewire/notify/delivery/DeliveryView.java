package io.casewire.notify.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.casewire.contracts.event.DeliveryEvent.Channel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as its owner sees it.
 *
 * @param nextAttempt null when none will follow
 * @param note why none will
 * @param log the last attempts, oldest first; null in lists
 * @param payload what is sent, as JSON; null in lists
 * @param digest id of the one that tells it; null where none does
 * @param receiptedAt when somebody signed for it; null while nobody has
 * @param receiptedBy the name that was typed; null where none was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryView(
        String id,
        String subscription,
        String agency,
        String eventId,
        String eventType,
        String subject,
        @Nullable String title,
        String endpoint,
        Delivery.Status status,
        int attempts,
        @Nullable Instant nextAttempt,
        @Nullable Integer lastStatus,
        @Nullable String lastFailure,
        @Nullable String note,
        Instant createdAt,
        Instant updatedAt,
        @Nullable List<Attempt> log,
        @JsonRawValue @Nullable String payload,
        Channel channel,
        @Nullable String digest,
        @Nullable Instant receiptedAt,
        @Nullable String receiptedBy) {

    /** One line of the log. */
    static DeliveryView line(Delivery delivery) {
        return of(delivery, null, null);
    }

    /** All of it. */
    static DeliveryView whole(Delivery delivery, String payload) {
        return of(delivery, delivery.log(), payload);
    }

    private static DeliveryView of(Delivery delivery, @Nullable List<Attempt> log, @Nullable String payload) {
        Attempt last = delivery.log().isEmpty() ? null : delivery.log().getLast();
        Receipt receipt = delivery.receipt();
        return new DeliveryView(
                delivery.id(),
                delivery.subscription(),
                delivery.agency(),
                delivery.eventId(),
                delivery.eventType(),
                delivery.subject(),
                delivery.title(),
                delivery.endpoint(),
                delivery.status(),
                delivery.attempts(),
                delivery.status() == Delivery.Status.PENDING ? delivery.due() : null,
                last == null ? null : last.status(),
                last == null ? null : last.failure(),
                delivery.note(),
                delivery.createdAt(),
                delivery.updatedAt(),
                log,
                payload,
                delivery.via(),
                delivery.held() == null ? null : delivery.held().digest(),
                receipt == null ? null : receipt.at(),
                receipt == null ? null : receipt.by());
    }
}
