package io.casewire.serving.http;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** The rules of the server itself. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(HttpSettings.class)
class HttpAutoConfiguration {
    @Bean
    HttpServerRules httpServerRules(HttpSettings settings, JsonMapper json) {
        return new HttpServerRules(settings, json);
    }
}
