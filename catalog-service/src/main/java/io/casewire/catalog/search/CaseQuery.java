package io.casewire.catalog.search;

import io.casewire.catalog.problem.InvalidParameter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A search as it was asked for.
 *
 * @param text null where everything is asked for
 * @param filters the values of a facet are alternatives; a case has to pass every facet named
 * @param size items to a page
 * @param cursor where the page before ended; null for the first
 */
record CaseQuery(
        @Nullable QueryText text,
        Map<Facet, List<String>> filters,
        int size,
        @Nullable String cursor) {
    private static final int DEFAULT_SIZE = 20;
    private static final int LARGEST_SIZE = 100;
    private static final int LONGEST_TEXT = 100;
    private static final int MOST_PARTS = 16;
    private static final int MOST_VALUES = 32;

    CaseQuery {
        filters = Map.copyOf(filters);
    }

    /** Everything, newest first. */
    static CaseQuery newest(int size) {
        return new CaseQuery(null, Map.of(), size, null);
    }

    /** @throws InvalidParameter for the first parameter that cannot be taken */
    static CaseQuery of(MultiValueMap<String, String> parameters) {
        Map<Facet, List<String>> filters = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            List<String> values = values(facet, parameters);
            if (!values.isEmpty()) {
                filters.put(facet, values);
            }
        }
        return new CaseQuery(
                text(single("q", parameters)), filters, size(single("size", parameters)), single("cursor", parameters));
    }

    /** What tells this search from others, page aside: a cursor is good for the search it came from. */
    byte[] fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(String.valueOf(text).getBytes(StandardCharsets.UTF_8));
            for (Facet facet : Facet.values()) {
                digest.update((facet + "=" + filters.getOrDefault(facet, List.of())).getBytes(StandardCharsets.UTF_8));
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static @Nullable QueryText text(@Nullable String q) {
        if (q == null || q.isBlank()) {
            return null;
        }
        if (q.length() > LONGEST_TEXT) {
            throw new InvalidParameter("q", "A search has at most " + LONGEST_TEXT + " characters.");
        }
        QueryText text = QueryText.parse(q);
        if (text.size() > MOST_PARTS) {
            throw new InvalidParameter("q", "A search has at most " + MOST_PARTS + " words.");
        }
        return text;
    }

    private static int size(@Nullable String size) {
        if (size == null) {
            return DEFAULT_SIZE;
        }
        if (!size.matches("[0-9]{1,3}") || Integer.parseInt(size) < 1 || Integer.parseInt(size) > LARGEST_SIZE) {
            throw new InvalidParameter("size", "A page has 1 to " + LARGEST_SIZE + " items.");
        }
        return Integer.parseInt(size);
    }

    private static List<String> values(Facet facet, MultiValueMap<String, String> parameters) {
        List<String> values = parameters.getOrDefault(facet.parameter(), List.of());
        if (values.size() > MOST_VALUES) {
            throw new InvalidParameter(facet.parameter(), "There are at most " + MOST_VALUES + " values.");
        }
        if (!values.stream().allMatch(facet::accepts)) {
            throw new InvalidParameter(facet.parameter(), "There is no such value of " + facet.parameter() + ".");
        }
        return values.stream().distinct().sorted().toList();
    }

    private static @Nullable String single(String name, MultiValueMap<String, String> parameters) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new InvalidParameter(name, "It is given once.");
        }
        return values.isEmpty() ? null : values.getFirst();
    }
}
