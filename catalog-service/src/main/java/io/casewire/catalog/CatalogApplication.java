package io.casewire.catalog;

import com.mongodb.WriteConcern;
import io.casewire.contracts.wire.WireJson;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue as a service. */
@SpringBootApplication(proxyBeanMethods = false)
public class CatalogApplication {
    /** The service with its own configuration ({@code catalog.yaml}), to be run alone or beside others in one JVM. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(CatalogApplication.class).properties("spring.config.name=catalog");
    }

    /** Runs the service alone. */
    public static void main(String[] arguments) {
        builder().run(arguments);
    }

    @Bean
    JsonMapper jsonMapper() {
        return WireJson.mapper()
                .rebuild()
                .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
                .build();
    }

    @Bean
    MongoClientSettingsBuilderCustomizer durableWrites() {
        return client -> client.writeConcern(WriteConcern.MAJORITY.withJournal(true));
    }
}
