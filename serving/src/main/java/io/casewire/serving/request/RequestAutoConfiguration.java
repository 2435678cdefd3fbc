package io.casewire.serving.request;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Strictness of every service. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class RequestAutoConfiguration {
    @Bean
    StrictParameters strictParameters() {
        return new StrictParameters();
    }

    @Bean
    StrictValues strictValues() {
        return new StrictValues();
    }
}
