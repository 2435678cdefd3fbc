package io.casewire.notify.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt, as the log shows it.
 *
 * @param status HTTP status; null where no answer came
 * @param excerpt the first 2 KB of the answer; null where none came
 * @param failure why it failed, one sentence; null where it did not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Attempt(
        Instant at,
        long milliseconds,
        @Nullable Integer status,
        @Nullable String excerpt,
        @Nullable String failure) {}
