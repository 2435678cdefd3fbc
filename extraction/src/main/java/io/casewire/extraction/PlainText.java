package io.casewire.extraction;

import java.nio.file.Path;

/**
 * A file that is text already: plain, Markdown or a web page, whatever its name says. Its encoding and whether it is text at all is for
 * parsing to judge.
 *
 * @param file with the bytes as they are
 */
public record PlainText(Path file) implements Content {}
