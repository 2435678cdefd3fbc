package io.casewire.replication.statistics;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code casewire.replication.statistics}.
 *
 * @param comparableCoverage the share of a region's obligations that must have been heard of, 0 to 1, before it is compared with others
 */
@ConfigurationProperties("casewire.replication.statistics")
record StatisticsSettings(@DefaultValue("0.5") double comparableCoverage) {
    StatisticsSettings {
        if (!(comparableCoverage >= 0 && comparableCoverage <= 1)) {
            throw new IllegalArgumentException(
                    "casewire.replication.statistics.comparable-coverage must be from 0 to 1.");
        }
    }
}
