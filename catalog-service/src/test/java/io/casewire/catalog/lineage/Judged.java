package io.casewire.catalog.lineage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Pairs of the real documents that were judged by reading; see {@code gold/README.md}. */
final class Judged {
    private static final String RESOURCE = "/gold/lineage.tsv";

    private Judged() {}

    /** Two ids, whichever comes first. */
    record Pair(String one, String other) {
        static Pair of(String one, String other) {
            return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
        }
    }

    /** Each pair, and whether it is one innovation. */
    static Map<Pair, Boolean> pairs() {
        try (InputStream resource = Objects.requireNonNull(Judged.class.getResourceAsStream(RESOURCE))) {
            Map<Pair, Boolean> pairs = new LinkedHashMap<>();
            new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(row -> pairs.put(Pair.of(row[0], row[1]), row[2].equals("same")));
            return pairs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<Pair> same(Map<Pair, Boolean> pairs) {
        return pairs.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(() -> new TreeSet<>(java.util.Comparator.comparing(Pair::toString))));
    }
}
