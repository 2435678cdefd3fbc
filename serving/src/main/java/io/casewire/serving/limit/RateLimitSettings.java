package io.casewire.serving.limit;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many requests a caller has. They come back evenly: after a hundredth of the window a hundredth of them.
 *
 * @param enabled false for no limit and no headers
 * @param requests of who has a token, by its subject, over all of his tokens
 * @param anonymousRequests of who has none, by his address
 * @param window in which that many may be made; whole seconds
 * @param callers how many are remembered; of more, those that asked least lately begin anew
 */
@Validated
@ConfigurationProperties(prefix = "casewire.rate-limit", ignoreUnknownFields = false)
record RateLimitSettings(
        @DefaultValue("false") boolean enabled,
        @Min(1) @DefaultValue("6000") long requests,
        @Min(1) @DefaultValue("6000") long anonymousRequests,
        @DefaultValue("1m") Duration window,
        @Min(1) @DefaultValue("50000") long callers) {
    RateLimitSettings {
        if (window.toSeconds() < 1 || window.toNanosPart() > 0) {
            throw new IllegalArgumentException("casewire.rate-limit.window is whole seconds, one at least");
        }
    }
}
