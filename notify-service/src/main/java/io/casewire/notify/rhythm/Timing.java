package io.casewire.notify.rhythm;

import org.jspecify.annotations.Nullable;

/**
 * When a subscription is told. The parts of messages that are sent at once do not go with digests.
 *
 * @param digest null where each event is told at once
 * @param quiet when messages wait; null for never
 * @param byDocument whether what happens about one document within a while is told in one message
 */
public record Timing(@Nullable Rhythm digest, @Nullable Quiet quiet, boolean byDocument) {
    /** Each event at once. */
    public static final Timing INSTANT = new Timing(null, null, false);
}
