package io.casewire.serving.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the server. How large all headers and how many connections may be is said where Tomcat's other settings are: {@code
 * server.max-http-request-header-size}, {@code server.tomcat.max-connections}.
 *
 * @param maxAddress path and query, in characters as they are sent (percent-encoded)
 * @param headerTimeout from the first byte of a request until the last of its headers
 * @param crowdedTimeout the same, and how long a connection may be idle, while three quarters of the connections are taken
 */
@Validated
@ConfigurationProperties(prefix = "casewire.http", ignoreUnknownFields = false)
record HttpSettings(
        @Min(256) @Max(64_000) @DefaultValue("8000") int maxAddress,
        @NotNull @DefaultValue("10s") Duration headerTimeout,
        @NotNull @DefaultValue("1s") Duration crowdedTimeout) {}
