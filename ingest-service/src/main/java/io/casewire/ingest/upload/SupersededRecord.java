package io.casewire.ingest.upload;

/**
 * A record of a file that was not published.
 *
 * @param kind as in the record's JSON, for example {@code case}
 * @param by the file received later whose record of that id is published
 */
public record SupersededRecord(String kind, String id, String title, String by) {}
