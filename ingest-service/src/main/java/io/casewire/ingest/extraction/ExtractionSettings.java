package io.casewire.ingest.extraction;

import io.casewire.extraction.ExtractionLimits;
import io.casewire.extraction.worker.WorkerSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param heap of a process that takes files apart
 * @param timeLimit for a file
 * @param cpuLimit processor time for a file
 * @param workers processes at the same time
 * @param jobsPerWorker files after which a process is replaced
 * @param folder for temporary files; absent, the system's
 * @param maxUnpackedSize of all parts of a packed file together
 * @param maxRatio of unpacked to packed bytes past the first 10 MB
 * @param maxMembers of an archive
 * @param maxDepth of archives inside archives
 * @param maxBlocks paragraphs, lines and rows of a document
 * @param maxCharacters of a document
 */
@ConfigurationProperties("casewire.ingest.extraction")
record ExtractionSettings(
        @DefaultValue("512MB") DataSize heap,
        @DefaultValue("2m") Duration timeLimit,
        @DefaultValue("1m") Duration cpuLimit,
        @DefaultValue("1") int workers,
        @DefaultValue("200") int jobsPerWorker,
        @Nullable Path folder,
        @DefaultValue("512MB") DataSize maxUnpackedSize,
        @DefaultValue("100") int maxRatio,
        @DefaultValue("1000") int maxMembers,
        @DefaultValue("3") int maxDepth,
        @DefaultValue("1000000") int maxBlocks,
        @DefaultValue("64000000") long maxCharacters) {
    ExtractionSettings {
        if (workers < 1 || workers > 64) {
            throw new IllegalArgumentException("casewire.ingest.extraction.workers lies between 1 and 64");
        }
        if (heap.toMegabytes() < 32) {
            throw new IllegalArgumentException("casewire.ingest.extraction.heap is at least 32 MB");
        }
        if (!timeLimit.isPositive() || !cpuLimit.isPositive()) {
            throw new IllegalArgumentException("casewire.ingest.extraction: the time limits must be positive");
        }
        if (jobsPerWorker < 1 || maxRatio < 1 || maxMembers < 1 || maxDepth < 1 || maxBlocks < 1 || maxCharacters < 1) {
            throw new IllegalArgumentException("casewire.ingest.extraction: the numbers must be positive");
        }
    }

    Path temporary() {
        return folder == null ? Path.of(System.getProperty("java.io.tmpdir")) : folder;
    }

    WorkerSettings ofWorkers() {
        return new WorkerSettings(
                WorkerSettings.ownClassPath(),
                heap.toBytes(),
                timeLimit,
                cpuLimit,
                workers,
                jobsPerWorker,
                temporary(),
                new ExtractionLimits(
                        maxUnpackedSize.toBytes(), maxRatio, maxMembers, maxDepth, maxBlocks, maxCharacters));
    }
}
