package io.casewire.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A fixed set of words that a text may end with: a look at its last character mostly says that it ends with none. */
public final class Endings {
    private final CharacterSet lasts;
    private final Map<Character, List<String>> byLast = new HashMap<>();

    private Endings(List<String> words) {
        StringBuilder last = new StringBuilder();
        for (String word : new LinkedHashSet<>(words)) {
            char end = word.charAt(word.length() - 1);
            last.append(end);
            byLast.computeIfAbsent(end, _ -> new ArrayList<>()).add(word);
        }
        byLast.values()
                .forEach(same ->
                        same.sort(Comparator.comparingInt(String::length).reversed()));
        this.lasts = CharacterSet.of(last.toString());
    }

    public static Endings of(String... words) {
        return new Endings(List.of(words));
    }

    public static Endings of(List<String> words) {
        return new Endings(words);
    }

    /** The longest word that begins at {@code from} or behind and ends right before {@code end}; null where none does. */
    public @Nullable String longestBefore(String text, int from, int end) {
        if (end <= from || !lasts.contains(text.charAt(end - 1))) {
            return null;
        }
        for (String word : byLast.getOrDefault(text.charAt(end - 1), List.of())) {
            if (end - word.length() >= from && text.startsWith(word, end - word.length())) {
                return word;
            }
        }
        return null;
    }

    /** Whether the part of the text from {@code from} to {@code end} ends with one of the words. */
    public boolean areAtEnd(String text, int from, int end) {
        return longestBefore(text, from, end) != null;
    }
}
