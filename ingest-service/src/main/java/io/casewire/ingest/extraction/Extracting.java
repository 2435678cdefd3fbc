package io.casewire.ingest.extraction;

import io.casewire.extraction.worker.Outcome;
import java.nio.file.Path;

/** Takes a file apart, somewhere it can do no harm. */
@FunctionalInterface
public interface Extracting {
    /**
     * What is in the file; see {@link io.casewire.extraction.worker.Extractor#extract}.
     *
     * @param members a folder for the members of an archive
     * @throws InterruptedException when the service stops; nothing is known of the file then
     * @throws java.io.UncheckedIOException when it cannot be done at this moment
     */
    Outcome extract(Path file, String name, Path members) throws InterruptedException;
}
