package io.casewire.catalog.search;

import io.casewire.query.Gram;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pairs of characters that are words near in meaning: 缩短, 压缩, 压减. What has another of them counts less than the word itself. */
final class RelatedWords {
    private static final String RESOURCE = "related.txt";

    private final Map<String, Set<String>> byWord = new HashMap<>();

    private RelatedWords(List<List<String>> groups) {
        for (List<String> group : groups) {
            for (String word : group) {
                byWord.computeIfAbsent(word, _ -> new LinkedHashSet<>()).addAll(group);
            }
        }
        byWord.forEach((word, others) -> others.remove(word));
    }

    /** Those that come with the service. */
    static RelatedWords bundled() {
        try (InputStream resource = RelatedWords.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the service's jar");
            }
            return new RelatedWords(new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> Arrays.asList(line.split(" +")))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + RESOURCE, e);
        }
    }

    /** The other words of its groups; none for most. */
    Set<String> of(Gram gram) {
        return byWord.getOrDefault(gram.term(), Set.of());
    }
}
