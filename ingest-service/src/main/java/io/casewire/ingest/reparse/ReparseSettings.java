package io.casewire.ingest.reparse;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param pollInterval how often the store is asked for a run nobody told us of
 * @param yieldFor longest wait for other work to be through before the next file of a run
 */
@ConfigurationProperties("casewire.ingest.reparse")
record ReparseSettings(
        @DefaultValue("5s") Duration pollInterval,
        @DefaultValue("5s") Duration yieldFor) {
    ReparseSettings {
        if (pollInterval.isNegative() || pollInterval.isZero()) {
            throw new IllegalArgumentException("casewire.ingest.reparse.poll-interval must be positive");
        }
        if (yieldFor.isNegative()) {
            throw new IllegalArgumentException("casewire.ingest.reparse.yield-for must not be negative");
        }
    }
}
