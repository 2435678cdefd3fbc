package io.casewire.console.status;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the services are asked whether they are ready.
 *
 * @param timeout until a service that says nothing counts as unreachable
 * @param keep how long an answer is good for
 * @param trialStore whether the store behind the services is the trial store, which the page then says
 */
@Validated
@ConfigurationProperties("casewire.status")
record StatusSettings(
        @NotNull @DefaultValue("2s") Duration timeout,
        @NotNull @DefaultValue("1s") Duration keep,
        @DefaultValue("false") boolean trialStore) {}
