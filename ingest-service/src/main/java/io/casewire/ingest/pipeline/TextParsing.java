package io.casewire.ingest.pipeline;

import io.casewire.parsing.ParsedDocument;

/** Turns text that was taken out of a file into records, see {@link io.casewire.parsing.DocumentParser}. */
@FunctionalInterface
interface TextParsing {
    /**
     * Parses it.
     *
     * @param name of the file
     * @param sha256 of the file, 64 lower-case hexadecimal digits
     */
    ParsedDocument parse(String text, String name, String sha256);
}
