package io.casewire.extraction.worker;

import java.nio.file.Path;

/**
 * A file for a process.
 *
 * @param name as its sender called it
 * @param scratch where the members of an archive go
 */
record Job(String name, Path file, Path scratch) {}
