package io.casewire.notify.destination;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code casewire.notify}.
 *
 * @param allowedNetworks networks in CIDR form that may be sent to although they are not public, for example {@code 10.20.0.0/16}
 * @param allowHttp whether webhooks may use plain http
 */
@ConfigurationProperties("casewire.notify")
record DestinationSettings(
        @DefaultValue List<String> allowedNetworks,
        @DefaultValue("false") boolean allowHttp) {
    DestinationSettings {
        allowedNetworks = List.copyOf(allowedNetworks);
    }
}
