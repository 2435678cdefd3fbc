package io.casewire.console.session;

import io.casewire.identity.web.IdentitySettings;
import io.casewire.serving.json.StrictJson;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** People can be signed in where the console is given the directory of the keys' public part and of the sessions. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {
    @Bean
    JsonMapperBuilderCustomizer strictRequests() {
        return StrictJson::reading;
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional(HasDirectory.class)
    @EnableConfigurationProperties(IdentitySettings.class)
    static class WithDirectory {
        @Bean
        LocalSessions localSessions(IdentitySettings settings, InstantSource clock) {
            return new LocalSessions(settings, clock);
        }
    }

    /** An empty setting is none. */
    static final class HasDirectory implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return StringUtils.hasText(context.getEnvironment().getProperty("casewire.identity.directory"));
        }
    }
}
