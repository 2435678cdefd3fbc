package io.casewire.contracts.wire;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/**
 * How a moment is written, in headers and in JSON: UTC with exactly three digits of a second, such as {@code
 * 2026-03-04T05:06:07.300Z}. Then text order is the order in time, and a reader that guesses types by their form (Kafka Connect) guesses
 * the same each time.
 */
public final class WireTime {
    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private WireTime() {}

    /** That moment; what is finer than a millisecond is left out. */
    public static String format(Instant time) {
        return MILLIS.format(time);
    }
}
