package io.casewire.ingest;

import com.mongodb.WriteConcern;
import io.casewire.contracts.wire.WireJson;
import io.casewire.ingest.parse.DocumentParser;
import io.casewire.ingest.pipeline.Parsing;
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

/** The ingest service: documents come in over HTTP, records go out on Kafka. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class IngestApplication {
    /** The service with its own configuration, also where other services share the JVM and the class path. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(IngestApplication.class).properties("spring.config.name=ingest");
    }

    public static void main(String[] args) {
        builder().run(args);
    }

    // milliseconds, as the store keeps them, so that what was written compares equal to what is read
    @Bean
    InstantSource clock() {
        return () -> InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Bean
    Parsing parsing() {
        return new DocumentParser()::parse;
    }

    /** The JSON of the wire, also over HTTP. */
    @Bean
    JsonMapper jsonMapper() {
        return WireJson.mapper()
                .rebuild()
                .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
                .build();
    }

    /** A document is acknowledged only when it is in the journal of a majority, whatever the URI says. */
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
