package io.casewire.notify.delivery;

import io.casewire.notify.delivery.Delivery.Status;
import io.casewire.notify.subscription.Reach;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which part of the log; null means any. */
record LogQuery(
        Reach reach,
        @Nullable String subscription,
        @Nullable Status status,
        @Nullable Place after) {

    /** Where a page of the log begins: after that delivery. */
    record Place(Instant createdAt, String id) {}
}
