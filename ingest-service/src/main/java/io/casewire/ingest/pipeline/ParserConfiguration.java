package io.casewire.ingest.pipeline;

import io.casewire.parsing.DocumentParser;
import io.casewire.parsing.Limits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parser with the limits of this instance. */
@Configuration(proxyBeanMethods = false)
class ParserConfiguration {
    @Bean
    Limits parsingLimits(ParsingSettings settings) {
        Limits usual = Limits.DEFAULT;
        return new Limits(
                usual.bytes(),
                usual.lines(),
                usual.cells(),
                usual.nesting(),
                usual.records(),
                settings.memoryPerDocument());
    }

    @Bean
    Parsing parsing(Limits limits) {
        return new DocumentParser(limits)::parse;
    }

    @Bean
    TextParsing textParsing(Limits limits) {
        return new DocumentParser(limits)::parse;
    }
}
