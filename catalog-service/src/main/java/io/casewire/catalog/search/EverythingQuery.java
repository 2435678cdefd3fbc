package io.casewire.catalog.search;

import io.casewire.catalog.record.RecordKind;
import io.casewire.serving.page.Cursor;
import io.casewire.serving.problem.InvalidParameter;
import io.casewire.serving.problem.Unknown;
import io.casewire.serving.request.ParameterNames;
import io.casewire.text.TypedQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A search for everything that was read.
 *
 * @param kinds slugs; never empty
 * @param after where the page before ended; null for the first
 */
record EverythingQuery(
        TypedQuery text,
        Set<String> kinds,
        int size,
        @Nullable Place after) {
    private static final int PARTS = 3;

    /** What may be asked with. */
    static final class Parameters implements ParameterNames {
        @Override
        public Set<String> single() {
            return Set.of("q", "size", "cursor");
        }

        @Override
        public Set<String> repeatable() {
            return Set.of("kind");
        }
    }

    /** The score and id of the last item of a page. */
    record Place(float score, String id) {}

    /** All kinds there are. */
    static List<String> allKinds() {
        return Stream.concat(
                        Stream.of(IndexedCase.CASE),
                        Arrays.stream(RecordKind.values()).map(RecordKind::slug))
                .toList();
    }

    /** @throws org.springframework.web.ErrorResponseException (400) for the first parameter that cannot be taken */
    static EverythingQuery of(MultiValueMap<String, String> parameters) {
        MultiValueMap<String, String> words = new LinkedMultiValueMap<>();
        for (String name : List.of("q", "size")) {
            words.addAll(name, parameters.getOrDefault(name, List.of()));
        }
        CaseQuery read = CaseQuery.of(words);
        if (read.text() == null) {
            throw new InvalidParameter("q", "A search needs words: q=…");
        }
        Set<String> kinds = kinds(parameters.getOrDefault("kind", List.of()));
        EverythingQuery first = new EverythingQuery(read.text(), kinds, read.size(), null);
        return new EverythingQuery(
                first.text(), kinds, first.size(), Cursor.read(parameters.getFirst("cursor"), first::place));
    }

    /** The cursor of the page behind that item. */
    String cursor(Place last) {
        return Cursor.of(fingerprint() + ":" + Float.floatToIntBits(last.score()) + ":" + last.id());
    }

    private Place place(String key) {
        String[] parts = key.split(":", PARTS);
        if (parts.length < PARTS || !parts[0].equals(fingerprint())) {
            throw new IllegalArgumentException("of another search");
        }
        return new Place(Float.intBitsToFloat(Integer.parseInt(parts[1])), parts[2]);
    }

    private String fingerprint() {
        return Integer.toHexString(Objects.hash(text, kinds));
    }

    private static Set<String> kinds(List<String> given) {
        Set<String> kinds = new TreeSet<>();
        for (String values : given) {
            for (String value : values.split(",", -1)) {
                String kind = value.strip().toLowerCase(Locale.ROOT);
                if (!allKinds().contains(kind)) {
                    throw Unknown.parameterValue("kind", value.strip(), allKinds());
                }
                kinds.add(kind);
            }
        }
        return kinds.isEmpty() ? new TreeSet<>(allKinds()) : kinds;
    }
}
