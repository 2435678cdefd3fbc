package io.casewire.ingest.fetch;

import io.micronaut.http.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The head of an answer, with its body still to come.
 *
 * @param headers those looked at, by lower-case name
 */
record WebAnswer(int status, Map<String, String> headers, BodyStream body) implements AutoCloseable {
    private static final List<String> LOOKED_AT = List.of(
            "content-disposition",
            "content-encoding",
            "content-length",
            "content-type",
            "etag",
            "last-modified",
            "location",
            "retry-after");
    private static final int MAX_VALIDATOR = 500;

    WebAnswer {
        headers = Map.copyOf(headers);
    }

    static Map<String, String> lookedAt(HttpHeaders all) {
        Map<String, String> found = new HashMap<>();
        for (String name : LOOKED_AT) {
            String value = all.get(name);
            if (value != null) {
                found.put(name, value.strip());
            }
        }
        return found;
    }

    /** The length it announces, in bytes; negative where it tells none. */
    static long length(Map<String, String> headers) {
        String length = headers.getOrDefault("content-length", "");
        return length.matches("[0-9]{1,15}") ? Long.parseLong(length) : -1;
    }

    @Nullable
    String header(String name) {
        return headers.get(name);
    }

    /** A header to be sent back; null where there is none, or one too long to be kept. */
    @Nullable
    String validator(String name) {
        String value = headers.get(name);
        return value == null || value.isEmpty() || value.length() > MAX_VALIDATOR ? null : value;
    }

    boolean isRedirect() {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    @Override
    public void close() {
        body.close();
    }
}
