package io.casewire.standalone;

import io.casewire.embedded.DiskSpace;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * What {@link Standalone} is told.
 *
 * @param data where everything is kept
 * @param port of the console; 0 for any free one
 * @param demo load the samples and show what becomes of them
 * @param samples where they are
 * @param diskReserve what has to stay free on the disk for new work to be taken; 0 to leave the disk to itself
 * @param inbox whose documents are taken; null for none
 * @param thenStop stop as soon as everything is ready: used to record which classes a start needs
 */
public record StartOptions(
        Path data,
        int port,
        boolean demo,
        Path samples,
        DataSize diskReserve,
        @Nullable Path inbox,
        boolean thenStop) {
    public static final int DEFAULT_PORT = 8080;
    public static final DataSize DEFAULT_RESERVE = DataSize.ofBytes(DiskSpace.DEFAULT_RESERVE_BYTES);

    public StartOptions {
        if (diskReserve.isNegative()) {
            throw new IllegalArgumentException("the disk reserve cannot be negative");
        }
        data = data.toAbsolutePath().normalize();
        inbox = inbox == null ? null : inbox.toAbsolutePath().normalize();
    }
}
