package io.casewire.extraction;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Takes files of one format apart. Stateless. Runs in a worker process that may be killed at any time, so a reader needs no watch of its own
 * over time and memory; it holds what it reads to {@link ExtractionLimits}.
 */
public interface FormatReader {
    Format format();

    /**
     * What the file holds.
     *
     * @throws Unextractable with the reason for the sender
     * @throws IOException where the file cannot be read from the disk
     */
    Extraction read(Path file, ExtractionLimits limits) throws Unextractable, IOException;
}
