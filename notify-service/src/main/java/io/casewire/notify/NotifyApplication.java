package io.casewire.notify;

import com.mongodb.WriteConcern;
import io.casewire.contracts.wire.WireJson;
import io.casewire.identity.Role;
import io.casewire.identity.web.AccessRules;
import io.casewire.notify.destination.NameResolver;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.convert.DefaultDbRefResolver;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import tools.jackson.databind.json.JsonMapper;

/** The notify service: events come in from Kafka, messages go out to the agencies that asked. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class NotifyApplication {
    /** The service with its own configuration ({@code notify.yaml}), to be run alone or beside others in one JVM. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(NotifyApplication.class).properties("spring.config.name=notify");
    }

    /** Runs the service alone. */
    public static void main(String[] arguments) {
        builder().run(arguments);
    }

    // milliseconds, as the store keeps them, so that what was written compares equal to what is read
    @Bean
    InstantSource clock() {
        return () -> InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Bean
    NameResolver nameResolver() {
        return NameResolver.system();
    }

    /** Subscriptions and deliveries are an agency's own business: even reading them needs its token. */
    @Bean
    AccessRules ownersOnly() {
        return requests -> requests.requestMatchers("/api/notify/v1/subscriptions/**", "/api/notify/v1/deliveries/**")
                .hasAnyRole(Role.AGENCY.name(), Role.OPERATOR.name());
    }

    /** The JSON of the wire, also over HTTP. */
    @Bean
    JsonMapper jsonMapper() {
        return WireJson.mapper()
                .rebuild()
                .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
                .build();
    }

    /** A subscription or delivery is acknowledged only when it is in the journal of a majority, whatever the URI says. */
    @Bean
    MongoClientSettingsBuilderCustomizer durableWrites() {
        return settings -> settings.writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(10, TimeUnit.SECONDS));
    }

    /** Without class names in the store: renaming a class must not lose data. */
    @Bean
    MappingMongoConverter mappingMongoConverter(
            MongoDatabaseFactory database, MongoMappingContext context, MongoCustomConversions conversions) {
        MappingMongoConverter converter = new MappingMongoConverter(new DefaultDbRefResolver(database), context);
        converter.setCustomConversions(conversions);
        converter.setTypeMapper(new DefaultMongoTypeMapper(null));
        return converter;
    }
}
