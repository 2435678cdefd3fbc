package io.casewire.notify.destination;

import io.casewire.outbound.destination.Destinations;
import io.casewire.outbound.destination.NameResolver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The guard, as the operator sets it. */
@Configuration(proxyBeanMethods = false)
class DestinationBeans {
    @Bean
    NameResolver nameResolver() {
        return NameResolver.system();
    }

    @Bean
    Destinations destinations(DestinationSettings settings, NameResolver names) {
        return new Destinations(settings.allowedNetworks(), settings.allowHttp(), names);
    }
}
