package io.casewire.notify.delivery.webhook;

import io.casewire.notify.delivery.channel.Outcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of a POST, whatever the answer means. */
public sealed interface Posted {
    /**
     * An answer, at least its head.
     *
     * @param excerpt the beginning of its body
     * @param retryAfter how long it asks to be left alone; null where it does not say
     */
    record Answered(int status, String excerpt, @Nullable Duration retryAfter) implements Posted {}

    /** No answer, or nothing was sent. */
    record Failed(Outcome outcome) implements Posted {}
}
