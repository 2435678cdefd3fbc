package io.casewire.ingest.blob;

/**
 * Where bytes are kept.
 *
 * @param sha256 of all of them, 64 lower-case hexadecimal digits
 * @param size in bytes
 */
public record BlobReference(String sha256, long size) {}
