package io.casewire.catalog.brief;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the brief together. */
@Configuration(proxyBeanMethods = false)
class BriefBeans {
    @Bean
    Briefs briefs() {
        return new Briefs(new BriefPdf());
    }
}
