package io.casewire.notify.subscription;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code casewire.notify.subscriptions}.
 *
 * @param perAgency subscriptions an agency may have
 * @param rotation how long the previous secret goes on signing after a new one was made
 */
@Validated
@ConfigurationProperties("casewire.notify.subscriptions")
record SubscriptionSettings(
        @Min(1) @Max(100_000) @DefaultValue("1000") int perAgency,
        @DefaultValue("24h") Duration rotation) {}
