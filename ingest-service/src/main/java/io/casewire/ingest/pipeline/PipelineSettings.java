package io.casewire.ingest.pipeline;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param workers files on their way at the same time, apart from
 * @param workersForExtraction those that another process takes apart, as {@code casewire.ingest.extraction.workers} do
 * @param pollInterval how often the store is asked for work nobody told us of
 * @param retryInitial pause after the first failure of Kafka or the store; doubles each time
 * @param retryMax longest pause
 * @param maxParseAttempts how often work on a file is begun that does not come to its next step; more means that it kills
 *     the service
 */
@ConfigurationProperties("casewire.ingest.pipeline")
record PipelineSettings(
        @DefaultValue("4") int workers,
        @DefaultValue("2") int workersForExtraction,
        @DefaultValue("2s") Duration pollInterval,
        @DefaultValue("1s") Duration retryInitial,
        @DefaultValue("30s") Duration retryMax,
        @DefaultValue("3") int maxParseAttempts) {
    PipelineSettings {
        if (workers < 1 || workers > 64) {
            throw new IllegalArgumentException("casewire.ingest.pipeline.workers lies between 1 and 64");
        }
        if (workersForExtraction < 1 || workersForExtraction > 64) {
            throw new IllegalArgumentException("casewire.ingest.pipeline.workers-for-extraction lies between 1 and 64");
        }
        if (maxParseAttempts < 1) {
            throw new IllegalArgumentException("casewire.ingest.pipeline.max-parse-attempts is at least 1");
        }
    }
}
