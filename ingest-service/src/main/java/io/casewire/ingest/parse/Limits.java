package io.casewire.ingest.parse;

/**
 * How much of a document is read; beyond it the document is refused with a diagnostic.
 *
 * @param bytes of the file
 * @param lines of the decoded text
 * @param records found
 */
public record Limits(int bytes, int lines, int records) {
    /** Far above any official document, far below what hurts. */
    public static final Limits DEFAULT = new Limits(64 * 1024 * 1024, 1_000_000, 100_000);
}
