package io.casewire.client;

import java.time.Duration;

/**
 * How often a handler is given an event that it failed on, and how long it is left alone in between: twice as long each time.
 *
 * @param attempts in all, from 1
 * @param first pause after the first failure
 * @param longest no pause is longer
 */
public record Retries(int attempts, Duration first, Duration longest) {
    /** Five attempts within three seconds. */
    public static final Retries DEFAULT = new Retries(5, Duration.ofMillis(200), Duration.ofSeconds(30));

    /** @throws IllegalArgumentException for less than one attempt, and for pauses that are negative or of which the first is the longer */
    public Retries {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts is " + attempts + "; it is 1 or more");
        }
        if (first.isNegative() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("pauses are from " + first + " to " + longest);
        }
    }

    Duration pauseAfter(int failures) {
        Duration pause = first.multipliedBy(1L << Math.min(failures - 1, 20));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
