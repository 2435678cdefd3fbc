package io.casewire.messaging.continuity;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code casewire.continuity}.
 *
 * @param interval how often the store remembers how far the log goes
 * @param markers collections in which a service only notes what it did itself at its start; a store that holds nothing else is empty
 * @param rebuilds an empty store is filled from the log's start without asking; only right where the log holds everything
 */
@ConfigurationProperties("casewire.continuity")
record ContinuitySettings(
        @DefaultValue("15s") Duration interval,
        @DefaultValue("state") Set<String> markers,
        @DefaultValue("false") boolean rebuilds) {
    ContinuitySettings {
        markers = Set.copyOf(markers);
    }
}
