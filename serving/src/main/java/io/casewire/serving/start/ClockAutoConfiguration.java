package io.casewire.serving.start;

import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The clock of every service. */
@AutoConfiguration
class ClockAutoConfiguration {
    /** In milliseconds, as the store keeps times, so that what was written compares equal to what is read. */
    @Bean
    @ConditionalOnMissingBean(InstantSource.class)
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
