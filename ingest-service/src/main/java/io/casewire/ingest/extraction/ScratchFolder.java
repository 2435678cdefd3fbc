package io.casewire.ingest.extraction;

import io.casewire.extraction.worker.Scratch;
import java.nio.file.Path;

/**
 * Where folders for temporary files are made.
 *
 * @param parent of each; exists
 */
public record ScratchFolder(Path parent) {
    /** One for a file, made when it is needed. */
    public Scratch scratch() {
        return new Scratch(parent);
    }
}
