package io.casewire.notify.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** When to try again. */
final class RetryDelays {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVICE_UNAVAILABLE = 503;

    private final DeliverySettings settings;
    private final RandomGenerator random;

    RetryDelays(DeliverySettings settings, RandomGenerator random) {
        this.settings = settings;
        this.random = random;
    }

    /**
     * The time of the next attempt; empty when there is none.
     *
     * @param failures attempts failed so far, at least 1
     * @param retryAfter what the receiver asked for: the next attempt is not earlier, within bounds
     */
    Optional<Instant> next(int failures, Instant now, @Nullable Duration retryAfter) {
        if (failures > settings.retryDelays().size()) {
            return Optional.empty();
        }
        Duration pause = settings.retryDelays().get(failures - 1);
        double factor = 1 + settings.jitter() * (2 * random.nextDouble() - 1);
        Duration jittered = Duration.ofMillis(Math.round(pause.toMillis() * factor));
        Duration asked = retryAfter == null ? Duration.ZERO : bounded(retryAfter);
        return Optional.of(now.plus(asked.compareTo(jittered) > 0 ? asked : jittered));
    }

    /**
     * Until when an endpoint is spared that refused an attempt because it is asked too much, or because it is down for a time
     * it knows; null where it said neither.
     *
     * @param retryAfter what it asked for; null where it did not say
     */
    @Nullable
    Instant pauseUntil(int status, @Nullable Duration retryAfter, Instant now) {
        if (status == TOO_MANY_REQUESTS) {
            return now.plus(retryAfter == null ? settings.breakerPause() : bounded(retryAfter));
        }
        return status == SERVICE_UNAVAILABLE && retryAfter != null ? now.plus(bounded(retryAfter)) : null;
    }

    private Duration bounded(Duration retryAfter) {
        Duration max = settings.maxRetryAfter();
        return retryAfter.compareTo(max) > 0 ? max : retryAfter;
    }
}
