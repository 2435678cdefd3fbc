package io.casewire.catalog.search;

import io.casewire.catalog.figure.EffectParameters;
import io.casewire.query.figure.EffectCondition;
import io.casewire.serving.page.Page;
import io.casewire.serving.problem.InvalidParameter;
import io.casewire.serving.problem.Unknown;
import io.casewire.serving.request.ParameterNames;
import io.casewire.text.TypedQuery;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A search as it was asked for.
 *
 * @param text null where everything is asked for
 * @param filters the values of a facet are alternatives; a case has to pass every facet named
 * @param effect what one effect of a case has to be
 * @param folded whether tellings of one innovation stand beneath the best of them
 * @param size items to a page
 * @param cursor where the page before ended; null for the first
 */
record CaseQuery(
        @Nullable TypedQuery text,
        Map<Facet, List<String>> filters,
        EffectCondition effect,
        Order order,
        boolean folded,
        int size,
        @Nullable String cursor) {
    private static final int DEFAULT_SIZE = 20;
    private static final int MAX_SIZE = 100;
    private static final int MAX_TEXT = 100;
    private static final int MAX_PARTS = 16;
    private static final int MAX_VALUES = 32;

    CaseQuery {
        filters = Map.copyOf(filters);
    }

    /** What a search may be asked with. */
    static final class Parameters implements ParameterNames {
        @Override
        public Set<String> single() {
            return Stream.concat(Stream.of("q", "sort", "fold", "size", "cursor"), EffectParameters.single().stream())
                    .collect(Collectors.toSet());
        }

        @Override
        public Set<String> repeatable() {
            return Stream.concat(
                            Arrays.stream(Facet.values()).map(Facet::parameter), EffectParameters.repeatable().stream())
                    .collect(Collectors.toSet());
        }

        @Override
        public Set<String> emptiable() {
            // a search for nothing in particular
            return Set.of("q");
        }
    }

    /** Everything, newest first. */
    static CaseQuery newest(int size) {
        return new CaseQuery(
                null, Map.of(), EffectParameters.read(new LinkedMultiValueMap<>()), Order.NEWEST, false, size, null);
    }

    /** @throws org.springframework.web.ErrorResponseException (400) for the first parameter that cannot be taken */
    static CaseQuery of(MultiValueMap<String, String> parameters) {
        Map<Facet, List<String>> filters = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            List<String> values = values(facet, parameters);
            if (!values.isEmpty()) {
                filters.put(facet, values);
            }
        }
        TypedQuery text = text(single("q", parameters));
        return new CaseQuery(
                text,
                filters,
                EffectParameters.read(parameters),
                order(single("sort", parameters), text),
                isFolded(single("fold", parameters)) && text != null,
                size(single("size", parameters)),
                single("cursor", parameters));
    }

    /** The same, in a first page of another size. */
    CaseQuery sized(int items) {
        return new CaseQuery(text, filters, effect, order, folded, items, null);
    }

    /** What tells this search from others, page aside: a cursor is good for the search it came from. */
    byte[] fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((text + "/" + effect + "/" + order + "/" + folded).getBytes(StandardCharsets.UTF_8));
            for (Facet facet : Facet.values()) {
                digest.update((facet + "=" + filters.getOrDefault(facet, List.of())).getBytes(StandardCharsets.UTF_8));
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static @Nullable TypedQuery text(@Nullable String q) {
        if (q == null || q.isBlank()) {
            return null;
        }
        if (q.length() > MAX_TEXT) {
            throw new InvalidParameter("q", "A search has at most " + MAX_TEXT + " characters.");
        }
        TypedQuery text = TypedQuery.parse(q);
        if (text.size() > MAX_PARTS) {
            throw new InvalidParameter("q", "A search has at most " + MAX_PARTS + " words.");
        }
        return text;
    }

    private static Order order(@Nullable String sort, @Nullable TypedQuery text) {
        Order byDefault = text == null ? Order.NEWEST : Order.RELEVANCE;
        Order order = sort == null
                ? byDefault
                : Order.ofSlug(sort).orElseThrow(() -> Unknown.parameterValue("sort", sort, Order.slugs()));
        return order == Order.RELEVANCE ? byDefault : order;
    }

    private static boolean isFolded(@Nullable String fold) {
        if (fold != null && !fold.equals("true") && !fold.equals("false")) {
            throw Unknown.parameterValue("fold", fold, List.of("true", "false"));
        }
        return !"false".equals(fold);
    }

    private static int size(@Nullable String size) {
        if (size == null) {
            return DEFAULT_SIZE;
        }
        return Page.size(size.matches("[0-9]{1,3}") ? Integer.parseInt(size) : 0, MAX_SIZE);
    }

    private static List<String> values(Facet facet, MultiValueMap<String, String> parameters) {
        List<String> values = parameters.getOrDefault(facet.parameter(), List.of());
        if (values.size() > MAX_VALUES) {
            throw new InvalidParameter(facet.parameter(), "There are at most " + MAX_VALUES + " values.");
        }
        return values.stream()
                .map(value -> facet.read(value)
                        .orElseThrow(() -> Unknown.parameterValue(facet.parameter(), value, facet.closedSet())))
                .distinct()
                .sorted()
                .toList();
    }

    private static @Nullable String single(String name, MultiValueMap<String, String> parameters) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw InvalidParameter.repeated(name);
        }
        return values.isEmpty() ? null : values.getFirst();
    }
}
