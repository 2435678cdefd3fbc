package io.casewire.serving.json;

import io.casewire.contracts.wire.WireJson;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import tools.jackson.databind.json.JsonMapper;

/** Answers have the JSON of the events; requests are read as {@link StrictJson} says. */
@AutoConfiguration(before = JacksonAutoConfiguration.class)
@ConditionalOnClass(WireJson.class)
class JsonAutoConfiguration {
    @Bean
    JsonMapper jsonMapper() {
        return StrictJson.reading(WireJson.mapper().rebuild())
                .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
                .build();
    }
}
