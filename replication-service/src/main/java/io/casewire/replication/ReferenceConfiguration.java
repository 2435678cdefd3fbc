package io.casewire.replication;

import io.casewire.gazetteer.Gazetteer;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every feature refers to. */
@Configuration(proxyBeanMethods = false)
class ReferenceConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Gazetteer gazetteer() {
        return Gazetteer.standard();
    }
}
