package io.casewire.serving.store;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a service waits for its store before it says that it is away; whatever the URI says.
 *
 * @param selectionTimeout for a server that takes the request, and for a free connection
 * @param connectTimeout for a connection to be made
 * @param readTimeout for an answer; longer than the longest query
 */
@ConfigurationProperties("casewire.store")
record StoreSettings(
        @DefaultValue("5s") Duration selectionTimeout,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("60s") Duration readTimeout) {
    StoreSettings {
        if (!selectionTimeout.isPositive() || !connectTimeout.isPositive() || !readTimeout.isPositive()) {
            throw new IllegalArgumentException("casewire.store: the timeouts must be positive");
        }
    }
}
