package io.casewire.notify.delivery;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code casewire.notify.delivery}.
 *
 * @param retryDelays pauses after the first, second, … failed attempt; after the last of them no attempt follows
 * @param jitter part of a pause it may be longer or shorter, 0 to 0.5
 * @param maxRetryAfter how far a receiver's Retry-After is honoured
 * @param giveUpAfter age at which a message that is still not delivered is abandoned, whatever its retries
 * @param perEndpoint attempts under way to one host at once
 * @param inFlight attempts under way at once
 * @param lease how long an instance may hold a message before another may take it
 * @param poll how often to look for messages that are due, without being woken
 * @param breakerFailures failures in a row after which a host is left alone for a while
 * @param breakerPause how long at first; twice as long after each trial that fails
 * @param breakerMaxPause how long at most
 */
@ConfigurationProperties("casewire.notify.delivery")
record DeliverySettings(
        @DefaultValue({"5s", "30s", "2m", "10m", "30m", "1h", "3h", "6h", "12h", "24h", "24h"})
        List<Duration> retryDelays,

        @DefaultValue("0.1") double jitter,
        @DefaultValue("24h") Duration maxRetryAfter,
        @DefaultValue("4d") Duration giveUpAfter,
        @DefaultValue("4") int perEndpoint,
        @DefaultValue("512") int inFlight,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("5") int breakerFailures,
        @DefaultValue("30s") Duration breakerPause,
        @DefaultValue("10m") Duration breakerMaxPause) {
    DeliverySettings {
        retryDelays = List.copyOf(retryDelays);
        require(
                !retryDelays.isEmpty() && retryDelays.stream().noneMatch(Duration::isNegative),
                "retry-delays needs at least one, and none negative");
        require(jitter >= 0 && jitter <= 0.5, "jitter must be 0 to 0.5");
        require(perEndpoint >= 1 && inFlight >= perEndpoint, "in-flight must be at least per-endpoint, and that 1");
        require(lease.compareTo(Duration.ofSeconds(90)) >= 0, "lease must be at least 90s, longer than any attempt");
        require(poll.isPositive() && breakerPause.isPositive(), "poll and breaker-pause must be positive");
        require(breakerFailures >= 1, "breaker-failures must be at least 1");
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("casewire.notify.delivery." + what);
        }
    }
}
