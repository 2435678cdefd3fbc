package io.casewire.query;

import io.casewire.text.SearchText;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All the text of what a query is asked of, as it is searched. */
public final class ContentText {
    private final SearchText text;
    private final Map<String, Boolean> lines = new ConcurrentHashMap<>();

    private ContentText(SearchText text) {
        this.text = text;
    }

    /** @param parts nothing is found over the end of one */
    static ContentText of(List<String> parts) {
        return new ContentText(SearchText.of(String.join("\n", parts)));
    }

    /** Whether a text stands here as it is, in any spelling. */
    public boolean has(String typed) {
        return hasLine(SearchText.of(typed).line());
    }

    boolean hasLine(String line) {
        // asked for far more often than not known
        Boolean known = lines.get(line);
        return known == null ? lines.computeIfAbsent(line, text::contains) : known;
    }

    boolean has(Gram gram) {
        return hasLine(gram.term())
                || (!gram.apart().isEmpty() && gram.apart().stream().allMatch(this::has));
    }

    Set<Clue> clues() {
        Set<Clue> clues = new HashSet<>();
        String line = text.line();
        for (int at = 0; at < line.length(); at++) {
            clues.add(Clue.character(line.charAt(at)));
            if (at + 1 < line.length()) {
                clues.add(Clue.pair(line, at));
            }
        }
        return clues;
    }
}
