package io.casewire.notify.delivery.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of one attempt. Nothing a receiver does is an exception. */
public sealed interface Outcome {
    /** The value of the label {@code outcome} in metrics. */
    default String label() {
        return switch (this) {
            case Delivered _ -> "delivered";
            case Gone _ -> "gone";
            case Rejected _ -> "rejected";
            case Unreachable _ -> "unreachable";
            case Blocked _ -> "blocked";
        };
    }

    /**
     * It answered 2xx.
     *
     * @param excerpt the beginning of its answer
     */
    record Delivered(int status, String excerpt) implements Outcome {}

    /** It answered 410: it does not exist any more, and says so. */
    record Gone(String excerpt) implements Outcome {}

    /**
     * It answered anything else, a redirect among it.
     *
     * @param retryAfter how long it asks to be left alone; null if it does not say
     */
    record Rejected(int status, String excerpt, @Nullable Duration retryAfter) implements Outcome {}

    /** No answer came: no address, no connection, no whole head in time, broken off. The reason is one sentence. */
    record Unreachable(String reason) implements Outcome {}

    /** We do not send there. The reason is one sentence. */
    record Blocked(String reason) implements Outcome {}
}
