package io.casewire.ingest.upload;

/**
 * The archive a file came in.
 *
 * @param id of the archive's upload
 * @param member the file's path in it
 */
public record ArchiveOrigin(String id, String member) {}
