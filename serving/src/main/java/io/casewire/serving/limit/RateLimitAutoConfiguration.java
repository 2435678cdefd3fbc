package io.casewire.serving.limit;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Limits how often a caller may ask, where that is switched on. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(RateLimitSettings.class)
class RateLimitAutoConfiguration {
    @Bean
    @ConditionalOnProperty(name = "casewire.rate-limit.enabled", havingValue = "true")
    RateLimit rateLimit(RateLimitSettings settings) {
        return new RateLimit(settings);
    }
}
