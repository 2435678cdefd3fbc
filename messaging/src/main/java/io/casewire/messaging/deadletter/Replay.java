package io.casewire.messaging.deadletter;

import io.casewire.messaging.deadletter.Attempt.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody had a dead letter handled again.
 *
 * @param by subject of the token
 * @param outcome null while it is not known: it is going on, or the service ended meanwhile
 * @param detail why it was not handled; null where it was
 */
record Replay(
        Instant at,
        String by,
        @Nullable Outcome outcome,
        @Nullable String detail) {}
