package io.casewire.ingest.fetch;

import org.jspecify.annotations.Nullable;

/**
 * What to ask for.
 *
 * @param url as somebody named it
 * @param etag of the copy at hand, as it came; null where there is none
 * @param lastModified the same
 */
public record FetchRequest(
        String url, @Nullable String etag, @Nullable String lastModified) {

    /** Whatever it is today. */
    public static FetchRequest of(String url) {
        return new FetchRequest(url, null, null);
    }

    boolean isConditional() {
        return etag != null || lastModified != null;
    }
}
