package io.casewire.notify.delivery.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of one attempt. Nothing a receiver does is an exception. */
public sealed interface Outcome {
    /**
     * It answered 2xx.
     *
     * @param excerpt the beginning of its answer
     */
    record Taken(int status, String excerpt) implements Outcome {}

    /** It answered 410: it does not exist any more, and says so. */
    record Gone(String excerpt) implements Outcome {}

    /**
     * It answered anything else, a redirect among it.
     *
     * @param retryAfter how long it asks to be left alone; null if it does not say
     */
    record Declined(int status, String excerpt, @Nullable Duration retryAfter) implements Outcome {}

    /** No whole answer came: no address, no connection, no end, broken off. The reason is one sentence. */
    record Unreachable(String reason) implements Outcome {}

    /** We do not send there. The reason is one sentence. */
    record Forbidden(String reason) implements Outcome {}
}
