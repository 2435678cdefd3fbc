package io.casewire.console.session;

import io.casewire.console.issuer.IssuerSettings;
import io.casewire.identity.web.IdentitySettings;
import io.casewire.serving.json.StrictJson;
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** People can be signed in where the console is given the directory of keys and sessions, or is a client of an issuer. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {
    @Bean
    JsonMapperBuilderCustomizer strictRequests() {
        return StrictJson::reading;
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional(TakesTokens.class)
    @EnableConfigurationProperties(IdentitySettings.class)
    static class WithTokens {
        @Bean
        KnownSessions knownSessions(IdentitySettings settings, InstantSource clock) {
            return new KnownSessions(settings, clock);
        }

        @Bean
        @Conditional(IsClient.class)
        IssuerSessions issuerSessions(
                IdentitySettings settings, IssuerSettings signIn, KnownSessions known, InstantSource clock) {
            return new IssuerSessions(Objects.requireNonNull(settings.issuerUri()), signIn, known, clock);
        }
    }

    /** An empty setting is none. */
    static final class TakesTokens implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return isSet(context, "casewire.identity.directory") || isSet(context, "casewire.identity.issuer-uri");
        }
    }

    /** Where the issuer knows this console. */
    static final class IsClient implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return isSet(context, "casewire.identity.issuer-uri") && isSet(context, "casewire.sign-in.client-id");
        }
    }

    private static boolean isSet(ConditionContext context, String property) {
        return StringUtils.hasText(context.getEnvironment().getProperty(property));
    }
}
