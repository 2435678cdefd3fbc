package io.casewire.ingest.pipeline;

import io.casewire.parsing.ParsedDocument;

/** Turns the bytes of a file into records. Pure: the same bytes under the same name always give the same. */
@FunctionalInterface
public interface Parsing {
    /**
     * Parses a file.
     *
     * @param name the file's name, for its ending and for messages
     */
    ParsedDocument parse(byte[] bytes, String name);
}
