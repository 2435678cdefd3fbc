package io.casewire.ingest.upload;

import org.jspecify.annotations.Nullable;

/**
 * The web page or file that an upload was fetched from.
 *
 * @param url as asked for
 * @param source id of the watched source that led there; null where a person asked for it
 */
public record WebOrigin(String url, @Nullable String source) {}
