package io.casewire.notify.subscription;

import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which webhooks are verified before the first message, under {@code casewire.notify.webhook}.
 *
 * @param verify false: none are
 * @param unverifiedHosts the operator's own, which are not: names and addresses, {@code *.example.gov.cn} for all below a domain
 */
@ConfigurationProperties("casewire.notify.webhook")
record VerificationSettings(
        @DefaultValue("true") boolean verify, @DefaultValue List<String> unverifiedHosts) {
    VerificationSettings {
        unverifiedHosts = unverifiedHosts.stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (unverifiedHosts.stream().anyMatch(host -> host.isEmpty() || host.equals("*") || host.equals("*."))) {
            throw new IllegalArgumentException(
                    "casewire.notify.webhook.unverified-hosts: names of hosts, or *. and a domain");
        }
    }

    /** Whether an endpoint at that host is verified. */
    boolean concerns(String host) {
        return verify
                && unverifiedHosts.stream()
                        .noneMatch(own -> own.startsWith("*.") ? host.endsWith(own.substring(1)) : host.equals(own));
    }
}
