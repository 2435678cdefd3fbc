package io.casewire.notify.delivery.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of one attempt. Nothing a receiver does is an exception. */
public sealed interface Outcome {
    /** The value of the label {@code outcome} in metrics. */
    default String label() {
        return switch (this) {
            case Delivered _ -> "delivered";
            case Continued _ -> "continued";
            case Gone _ -> "gone";
            case Rejected _, Declined _ -> "rejected";
            case Bounced _ -> "bounced";
            case Deferred _ -> "deferred";
            case Unreachable _ -> "unreachable";
            case Blocked _ -> "blocked";
        };
    }

    /**
     * It took the message: a webhook's 2xx, a mail server's 250.
     *
     * @param excerpt the beginning of its answer
     */
    record Delivered(int status, String excerpt) implements Outcome {}

    /**
     * It took a part of the message, and the next follows at once.
     *
     * @param excerpt the beginning of its answer
     * @param sent how many parts it has taken by now
     */
    record Continued(int status, String excerpt, int sent) implements Outcome {}

    /** It answered 410: it does not exist any more, and says so. */
    record Gone(String excerpt) implements Outcome {}

    /**
     * It answered anything else, a redirect among it.
     *
     * @param retryAfter how long it asks to be left alone; null if it does not say
     */
    record Rejected(int status, String excerpt, @Nullable Duration retryAfter) implements Outcome {}

    /**
     * It answered in good order, and said in it that it did not take the message.
     *
     * @param reason one sentence
     * @param pause how long it wants to be left alone; null where it does not
     */
    record Declined(
            int status,
            String excerpt,
            String reason,
            @Nullable Duration pause) implements Outcome {}

    /**
     * It refused this message for good: no other attempt would end otherwise.
     *
     * @param reason one sentence
     */
    record Bounced(int status, String excerpt, String reason) implements Outcome {}

    /** Nothing was sent: the receiver takes no more for so long. It does not count as an attempt. */
    record Deferred(Duration pause) implements Outcome {}

    /** No answer came: no address, no connection, no whole head in time, broken off. The reason is one sentence. */
    record Unreachable(String reason) implements Outcome {}

    /** We do not send there. The reason is one sentence. */
    record Blocked(String reason) implements Outcome {}
}
