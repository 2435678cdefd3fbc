package io.casewire.ingest.fetch;

import io.casewire.outbound.destination.Destinations;
import io.casewire.outbound.destination.NameResolver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The guard, as the operator sets it. */
@Configuration(proxyBeanMethods = false)
class FetchBeans {
    @Bean
    NameResolver nameResolver() {
        return NameResolver.system();
    }

    @Bean
    Destinations destinations(FetchSettings settings, NameResolver names) {
        return new Destinations(settings.allowedNetworks(), settings.allowHttp(), names);
    }
}
