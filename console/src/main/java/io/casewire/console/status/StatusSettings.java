package io.casewire.console.status;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the services are asked whether they are ready.
 *
 * @param timeout until a service that says nothing counts as unreachable
 * @param keep how long an answer is good for
 * @param trialStore whether the store behind the services is the trial store, which the page then says
 * @param metricsToken who shows it is told the console's metrics, of at least 16 characters so that nobody guesses it; null:
 *     everybody is
 */
@Validated
@ConfigurationProperties(prefix = "casewire.status", ignoreUnknownFields = false)
record StatusSettings(
        @NotNull @DefaultValue("2s") Duration timeout,
        @NotNull @DefaultValue("1s") Duration keep,
        @DefaultValue("false") boolean trialStore,
        @Nullable String metricsToken) {
    private static final int MIN_TOKEN = 16;

    StatusSettings {
        metricsToken = metricsToken == null ? null : metricsToken.strip();
        if (metricsToken != null && metricsToken.length() < MIN_TOKEN) {
            throw new IllegalArgumentException(
                    "casewire.status.metrics-token needs " + MIN_TOKEN + " characters or more");
        }
    }
}
