package io.casewire.messaging.trace;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where traces go.
 *
 * @param endpoint for OTLP over HTTP, for example {@code http://collector:4318/v1/traces}; absent or empty: no traces
 * @param share of all traces that is told, from 0 to 1; each is told whole or not at all, by every service alike
 */
@ConfigurationProperties("casewire.traces")
public record TraceSettings(
        @Nullable String endpoint, @DefaultValue("1") double share) {
    public TraceSettings {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("casewire.traces.share is from 0 to 1, not " + share);
        }
    }
}
