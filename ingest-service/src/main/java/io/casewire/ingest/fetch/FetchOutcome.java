package io.casewire.ingest.fetch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking for a file. Nothing a host does is an exception. Reasons are sentences in English and Chinese.
 *
 * @param <T> what is made of the file
 */
public sealed interface FetchOutcome<T> {
    /** It came whole. */
    record Fetched<T>(T value, WebFile file) implements FetchOutcome<T> {}

    /** It is still what is at hand. */
    record NotModified<T>() implements FetchOutcome<T> {}

    /** It is not asked for: the host or its address is not allowed, or the file is too large. */
    record Refused<T>(String reason) implements FetchOutcome<T> {}

    /**
     * It did not come.
     *
     * @param status of the answer; 0 where there was none
     * @param retryAfter how long the host asks to be left alone; null where it does not say
     */
    record Failed<T>(String reason, int status, @Nullable Duration retryAfter) implements FetchOutcome<T> {
        /** Whether it is said to be gone, rather than not to be had now. */
        public boolean isGone() {
            return status == 404 || status == 410;
        }
    }
}
