package io.casewire.query;

import io.casewire.text.ComparableText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Names that mean the same, put in place of each other in a query; the index keeps the words as printed. */
public final class Synonyms {
    /** The most ways one part of a query is asked in: what is typed and seven more. */
    private static final int MAX_VARIANTS = 8;

    private static final String RESOURCE = "synonyms.txt";

    private final List<List<String>> groups;

    /** @param groups each with the names that mean the same */
    Synonyms(List<List<String>> groups) {
        this.groups = groups.stream()
                .map(group -> group.stream()
                        .map(Synonyms::fold)
                        // the longest first: a short name may be part of a long one
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList())
                .toList();
    }

    /** The groups that come with the module: one a line, names separated by spaces, {@code #} before remarks. */
    public static Synonyms bundled() {
        try (InputStream resource = Synonyms.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the module's jar");
            }
            return new Synonyms(new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> List.of(line.split(" +")))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + RESOURCE, e);
        }
    }

    /** The text itself in the form to compare, then the same with other names in place; at most eight in all. */
    public List<String> variants(String text) {
        Set<String> variants = new LinkedHashSet<>();
        variants.add(fold(text));
        for (List<String> group : groups) {
            for (String variant : List.copyOf(variants)) {
                variants.addAll(replaced(variant, group));
            }
        }
        return variants.stream().limit(MAX_VARIANTS).toList();
    }

    private static List<String> replaced(String text, List<String> group) {
        List<String> others = new ArrayList<>();
        for (String name : group) {
            int at = text.indexOf(name);
            if (at >= 0) {
                for (String other : group) {
                    // whatever has the longer name has the shorter in it
                    if (!other.contains(name)) {
                        others.add(text.substring(0, at) + other + text.substring(at + name.length()));
                    }
                }
                break;
            }
        }
        return others;
    }

    private static String fold(String text) {
        return ComparableText.of(text).text();
    }
}
