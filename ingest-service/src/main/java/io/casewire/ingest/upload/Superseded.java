package io.casewire.ingest.upload;

import io.casewire.ingest.blob.BlobReference;

/**
 * What was not published of a file, because a copy of its document that was received later says otherwise.
 *
 * @param count records
 * @param records those records, one {@link SupersededRecord} as JSON a line
 */
public record Superseded(int count, BlobReference records) {}
