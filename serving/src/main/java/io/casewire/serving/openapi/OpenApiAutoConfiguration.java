package io.casewire.serving.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.ClassUtils;

/** A service that has a description, {@code openapi.json} beside its application, serves it. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class OpenApiAutoConfiguration {
    private static final String FILE = "openapi.json";

    @Bean
    @Conditional(HasDescription.class)
    DescriptionController descriptionController(ConfigurableListableBeanFactory beans) {
        Class<?> application = described(beans).orElseThrow();
        String packageName = application.getPackageName();
        try (InputStream in = application.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " was there a moment ago");
            }
            return new DescriptionController(
                    packageName.substring(packageName.lastIndexOf('.') + 1), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Class<?>> described(ConfigurableListableBeanFactory beans) {
        return Stream.of(beans.getBeanNamesForAnnotation(SpringBootApplication.class))
                .flatMap(name -> Stream.ofNullable(beans.getType(name, false)))
                .<Class<?>>map(ClassUtils::getUserClass)
                .filter(OpenApiAutoConfiguration::isDescribed)
                .findFirst();
    }

    private static boolean isDescribed(Class<?> application) {
        URL description = application.getResource(FILE);
        return description != null;
    }

    /** That one of the applications of this context has a description. */
    static final class HasDescription implements ConfigurationCondition {
        @Override
        public ConfigurationPhase getConfigurationPhase() {
            return ConfigurationPhase.REGISTER_BEAN;
        }

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            ConfigurableListableBeanFactory beans = context.getBeanFactory();
            return beans != null && described(beans).isPresent();
        }
    }
}
