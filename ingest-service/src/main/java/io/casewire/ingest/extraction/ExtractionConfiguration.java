package io.casewire.ingest.extraction;

import io.casewire.extraction.worker.Extractor;
import io.casewire.extraction.worker.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The processes of this instance; none is started before the first file that needs one. */
@Configuration(proxyBeanMethods = false)
class ExtractionConfiguration {
    /** No file is worked on for that long. */
    private static final Duration LEFT_OVER = Duration.ofDays(1);

    @Bean
    ScratchFolder scratchFolder(ExtractionSettings settings) throws IOException {
        Path folder = Files.createDirectories(settings.temporary());
        Scratch.sweep(folder, LEFT_OVER);
        return new ScratchFolder(folder);
    }

    @Bean
    Extractor extractor(ExtractionSettings settings) {
        return new Extractor(settings.ofWorkers());
    }

    @Bean
    Extracting extracting(Extractor extractor) {
        return extractor::extract;
    }
}
