package io.casewire.notify.delivery.webhook;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code casewire.notify.webhook}.
 *
 * @param connectTimeout until the connection stands, and again until its TLS handshake is done
 * @param attemptTimeout from the beginning of an attempt until the end of its answer, body included
 * @param hostsPerClient connection pools are kept by host without an end, so after this many hosts the client is replaced
 */
@ConfigurationProperties("casewire.notify.webhook")
record WebhookSettings(
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("15s") Duration attemptTimeout,
        @DefaultValue("2000") int hostsPerClient) {
    WebhookSettings {
        if (connectTimeout.isNegative() || connectTimeout.isZero() || connectTimeout.compareTo(attemptTimeout) > 0) {
            throw new IllegalArgumentException("connect-timeout must be positive and at most attempt-timeout");
        }
        if (attemptTimeout.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException("attempt-timeout must be at most one minute");
        }
        if (hostsPerClient < 1) {
            throw new IllegalArgumentException("hosts-per-client must be at least 1");
        }
    }
}
