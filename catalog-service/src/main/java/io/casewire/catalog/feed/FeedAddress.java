package io.casewire.catalog.feed;

import io.casewire.catalog.address.PublicAddress;
import io.casewire.catalog.search.CaseResults;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/**
 * Addresses of a feed and of its parts.
 *
 * @param path of the feed, from the root
 * @param parameters as they were asked with
 */
record FeedAddress(PublicAddress address, String path, MultiValueMap<String, String> parameters) {
    private static final String CURSOR = "cursor";

    /** The part that was asked for. */
    String self() {
        return part(parameters.getFirst(CURSOR));
    }

    /** The part after that cursor; the newest for null. */
    String part(@Nullable String cursor) {
        Map<String, String> query = new TreeMap<>();
        parameters.forEach((name, values) -> query.put(name, pairs(name, values)));
        query.remove(CURSOR);
        if (cursor != null) {
            query.put(CURSOR, CURSOR + "=" + UriUtils.encode(cursor, "UTF-8"));
        }
        return address.root() + path + (query.isEmpty() ? "" : "?" + String.join("&", query.values()));
    }

    /** The conditions alone, in an order of their own: what tells one feed from another. */
    static String conditions(MultiValueMap<String, String> parameters) {
        Map<String, String> query = new TreeMap<>();
        parameters.forEach((name, values) -> {
            if (CaseResults.single().contains(name) || CaseResults.repeatable().contains(name)) {
                query.put(name, pairs(name, values));
            }
        });
        return String.join("&", query.values());
    }

    private static String pairs(String name, List<String> values) {
        return values.stream()
                .sorted()
                .map(value -> UriUtils.encode(name, "UTF-8") + "=" + UriUtils.encode(value, "UTF-8"))
                .collect(Collectors.joining("&"));
    }
}
