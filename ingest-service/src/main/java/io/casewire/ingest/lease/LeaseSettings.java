package io.casewire.ingest.lease;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param length how long the work of an instance that died stays untouched; renewed four times in that time
 */
@ConfigurationProperties("casewire.ingest.lease")
record LeaseSettings(@DefaultValue("12s") Duration length) {
    LeaseSettings {
        if (length.toMillis() < 2000) {
            throw new IllegalArgumentException("casewire.ingest.lease.length must be at least 2s: a lease that runs out"
                    + " during a pause of the garbage collector is none");
        }
    }
}
