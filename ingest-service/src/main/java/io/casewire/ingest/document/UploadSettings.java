package io.casewire.ingest.document;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param maxSize the largest file taken
 * @param maxDuration the longest an upload may last
 * @param maxConcurrent uploads at the same time; each takes its size in the temporary folder
 * @param maxUnfinished files that may wait to be worked on; more are sent away until there is room
 * @param maxWatchers open progress streams
 * @param spoolFolder where uploads are kept while they come in; absent, the system's folder for temporary files
 */
@ConfigurationProperties("casewire.ingest.upload")
record UploadSettings(
        @DefaultValue("64MB") DataSize maxSize,
        @DefaultValue("5m") Duration maxDuration,
        @DefaultValue("16") int maxConcurrent,
        @DefaultValue("1000") int maxUnfinished,
        @DefaultValue("200") int maxWatchers,
        @Nullable Path spoolFolder) {
    UploadSettings {
        if (maxSize.toBytes() < 1) {
            throw new IllegalArgumentException("casewire.ingest.upload.max-size must be positive");
        }
        if (maxConcurrent < 1 || maxUnfinished < 1 || maxWatchers < 0) {
            throw new IllegalArgumentException("casewire.ingest.upload: the numbers must be positive");
        }
    }

    Path spool() {
        return spoolFolder == null ? Path.of(System.getProperty("java.io.tmpdir")) : spoolFolder;
    }
}
