package io.casewire.ingest.pipeline;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param threads files parsed at the same time
 * @param timeLimit the longest a file may take; it fails then
 * @param stackSize of a parsing thread: deep nesting fails the file, not the service
 * @param maxRunaways threads that did not stop at the time limit; with more of them the service reports itself broken, so
 *     that it is started again
 * @param memory how much of the heap parsing one file may take, by what it is made of; absent, half of the heap is divided
 *     among the threads
 */
@ConfigurationProperties("casewire.ingest.parsing")
record ParsingSettings(
        @DefaultValue("2") int threads,
        @DefaultValue("2m") Duration timeLimit,
        @DefaultValue("4MB") DataSize stackSize,
        @DefaultValue("2") int maxRunaways,
        @Nullable DataSize memory) {
    ParsingSettings {
        if (threads < 1 || threads > 64) {
            throw new IllegalArgumentException("casewire.ingest.parsing.threads lies between 1 and 64");
        }
        if (timeLimit.isNegative() || timeLimit.isZero()) {
            throw new IllegalArgumentException("casewire.ingest.parsing.time-limit must be positive");
        }
        if (memory != null && memory.toBytes() < 1) {
            throw new IllegalArgumentException("casewire.ingest.parsing.memory must be positive");
        }
    }

    /** In bytes. */
    long memoryPerDocument() {
        return memory == null ? Runtime.getRuntime().maxMemory() / 2 / threads : memory.toBytes();
    }
}
