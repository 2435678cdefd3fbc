package io.casewire.notify.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** When to try again. */
final class RetryLadder {
    private final List<Duration> pauses;
    private final double jitter;
    private final Duration longestRetryAfter;
    private final RandomGenerator random;

    RetryLadder(List<Duration> pauses, double jitter, Duration longestRetryAfter, RandomGenerator random) {
        this.pauses = List.copyOf(pauses);
        this.jitter = jitter;
        this.longestRetryAfter = longestRetryAfter;
        this.random = random;
    }

    /**
     * The time of the next attempt; empty when there is none.
     *
     * @param failures attempts failed so far, at least 1
     * @param retryAfter what the receiver asked for: the next attempt is not earlier, within bounds
     */
    Optional<Instant> next(int failures, Instant now, @Nullable Duration retryAfter) {
        if (failures > pauses.size()) {
            return Optional.empty();
        }
        Duration pause = pauses.get(failures - 1);
        double factor = 1 + jitter * (2 * random.nextDouble() - 1);
        Duration jittered = Duration.ofMillis(Math.round(pause.toMillis() * factor));
        if (retryAfter != null) {
            Duration bounded = retryAfter.compareTo(longestRetryAfter) > 0 ? longestRetryAfter : retryAfter;
            return Optional.of(now.plus(bounded.compareTo(jittered) > 0 ? bounded : jittered));
        }
        return Optional.of(now.plus(jittered));
    }
}
