package io.casewire.console.gateway;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the gateway.
 *
 * @param connectTimeout until a service has taken the connection
 * @param answerTimeout until the head of an answer to a request without a body
 * @param uploadTimeout until the head of an answer to a request with a body, the sending included
 * @param idleTimeout how long an answer may say nothing before it is given up; longer than the heartbeat of event
 *     streams
 * @param largestBody the largest request body passed on; what ingest takes and a little more
 */
@Validated
@ConfigurationProperties("casewire.gateway")
record GatewaySettings(
        @NotNull @DefaultValue("2s") Duration connectTimeout,
        @NotNull @DefaultValue("60s") Duration answerTimeout,
        @NotNull @DefaultValue("15m") Duration uploadTimeout,
        @NotNull @DefaultValue("90s") Duration idleTimeout,
        @NotNull @DefaultValue("66MB") DataSize largestBody) {}
