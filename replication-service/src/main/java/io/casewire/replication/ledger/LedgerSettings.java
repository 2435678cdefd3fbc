package io.casewire.replication.ledger;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code casewire.replication.ledger}.
 *
 * @param relayInterval how often events that a crash left behind are looked for
 * @param restorePatience how long Kafka may be silent while an empty store is filled from the topic; then the service
 *     does not start
 */
@ConfigurationProperties("casewire.replication.ledger")
record LedgerSettings(
        @DefaultValue("10s") Duration relayInterval,
        @DefaultValue("60s") Duration restorePatience) {
    LedgerSettings {
        if (!relayInterval.isPositive()) {
            throw new IllegalArgumentException("casewire.replication.ledger.relay-interval must be above zero.");
        }
        if (!restorePatience.isPositive()) {
            throw new IllegalArgumentException("casewire.replication.ledger.restore-patience must be above zero.");
        }
    }
}
