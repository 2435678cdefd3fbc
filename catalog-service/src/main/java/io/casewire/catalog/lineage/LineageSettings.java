package io.casewire.catalog.lineage;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code casewire.catalog.lineage}.
 *
 * @param confirmed confidence from which a link holds without a person, 0 to 1
 * @param proposed confidence from which it waits for a person, 0 to 1; below, there is no link
 * @param restorePatience how long Kafka may be silent while an empty store is filled with links; then the service does not
 *     start
 */
@ConfigurationProperties("casewire.catalog.lineage")
record LineageSettings(
        @DefaultValue("0.9") double confirmed,
        @DefaultValue("0.5") double proposed,
        @DefaultValue("60s") Duration restorePatience) {
    LineageSettings {
        if (!(proposed > 0 && proposed <= confirmed && confirmed <= 1)) {
            throw new IllegalArgumentException(
                    "casewire.catalog.lineage.proposed must be above 0, confirmed not below it and at most 1.");
        }
        if (!restorePatience.isPositive()) {
            throw new IllegalArgumentException("casewire.catalog.lineage.restore-patience must be above zero.");
        }
    }
}
