package io.casewire.ingest.document;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What joins everything that follows from one request; header {@code X-Correlation-Id}. */
final class CorrelationId {
    static final String HEADER = "X-Correlation-Id";

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private CorrelationId() {}

    /** The one given where it is sane, else a new one. */
    static String of(@Nullable String given) {
        return given != null && SANE.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }
}
