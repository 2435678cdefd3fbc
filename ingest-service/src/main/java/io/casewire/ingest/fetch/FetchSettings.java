package io.casewire.ingest.fetch;

import io.casewire.outbound.destination.AllowedHosts;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code casewire.ingest.source} that are about asking hosts.
 *
 * @param allowedHosts that may be asked, names or patterns such as {@code *.gov.cn}; none: nothing is fetched
 * @param allowedNetworks in CIDR form, that may be connected to although they are not public
 * @param allowHttp whether URLs may use plain http
 * @param connectTimeout until a connection stands, and again until its TLS handshake is done
 * @param timeLimit of a whole exchange, redirects and body included
 * @param maxConcurrent files fetched on request at the same time
 * @param userAgent what hosts are told of who asks
 */
@ConfigurationProperties("casewire.ingest.source")
record FetchSettings(
        @DefaultValue List<String> allowedHosts,
        @DefaultValue List<String> allowedNetworks,
        @DefaultValue("true") boolean allowHttp,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("60s") Duration timeLimit,
        @DefaultValue("8") int maxConcurrent,
        @DefaultValue("Casewire-Ingest/1.0") String userAgent) {
    FetchSettings {
        allowedHosts = List.copyOf(allowedHosts);
        allowedNetworks = List.copyOf(allowedNetworks);
        var _ = AllowedHosts.of(allowedHosts);
        if (!connectTimeout.isPositive() || connectTimeout.compareTo(timeLimit) > 0) {
            throw new IllegalArgumentException(
                    "casewire.ingest.source.connect-timeout must be positive and at most time-limit");
        }
        if (timeLimit.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException("casewire.ingest.source.time-limit must be at most ten minutes");
        }
        if (maxConcurrent < 1) {
            throw new IllegalArgumentException("casewire.ingest.source.max-concurrent must be at least 1");
        }
        if (userAgent.isBlank() || !userAgent.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("casewire.ingest.source.user-agent must be printable ASCII");
        }
    }
}
