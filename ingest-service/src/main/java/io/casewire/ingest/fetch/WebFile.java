package io.casewire.ingest.fetch;

import org.jspecify.annotations.Nullable;

/**
 * What a host says of a file.
 *
 * @param name as the host calls it, else by its address; not cleaned
 * @param url that it came from, after redirects
 * @param contentType null where it does not say
 * @param etag to be sent back as it is; null where there is none
 * @param lastModified the same
 */
public record WebFile(
        String name,
        String url,
        @Nullable String contentType,
        @Nullable String etag,
        @Nullable String lastModified) {}
