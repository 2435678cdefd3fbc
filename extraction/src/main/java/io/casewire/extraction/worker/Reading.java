package io.casewire.extraction.worker;

import io.casewire.extraction.Content;
import io.casewire.extraction.ExtractionLimits;
import io.casewire.extraction.Unextractable;
import java.io.IOException;
import java.nio.file.Path;

/** What a process does with a file; see {@link io.casewire.extraction.Readers#read}. */
@FunctionalInterface
interface Reading {
    Content read(Path file, String name, Path scratch, ExtractionLimits limits) throws Unextractable, IOException;
}
