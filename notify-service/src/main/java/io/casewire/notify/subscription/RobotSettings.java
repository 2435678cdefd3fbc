package io.casewire.notify.subscription;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code casewire.notify.robot}.
 *
 * @param allowedHosts hosts that robots may be at besides their providers', for example of a provider's private deployment
 */
@ConfigurationProperties("casewire.notify.robot")
record RobotSettings(@DefaultValue List<String> allowedHosts) {
    RobotSettings {
        allowedHosts = allowedHosts.stream().filter(host -> !host.isBlank()).toList();
    }
}
