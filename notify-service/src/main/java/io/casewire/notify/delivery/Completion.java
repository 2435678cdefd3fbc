package io.casewire.notify.delivery;

import io.casewire.notify.delivery.Delivery.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of a claimed delivery.
 *
 * @param failures attempts that failed since it was made or resent
 * @param due time of the next attempt; null when there is none
 * @param attempt null when none was made
 * @param note why there will be no attempt; null where there will, or it was delivered
 * @param at when that was known
 */
record Completion(
        Status status,
        int failures,
        @Nullable Instant due,
        @Nullable Attempt attempt,
        @Nullable String note,
        Instant at) {
    Completion {
        if ((status == Status.PENDING) != (due != null)) {
            throw new IllegalArgumentException("What is pending is due, and nothing else: " + status + ", " + due);
        }
    }
}
