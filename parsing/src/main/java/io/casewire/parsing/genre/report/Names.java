package io.casewire.parsing.genre.report;

import io.casewire.parsing.genre.report.Prose.Named;
import io.casewire.text.CharacterSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the names of a table's rows in running text; quotation marks and blanks do not count. */
final class Names {
    /** Shorter names stand in any text by chance. */
    private static final int MIN_LENGTH = 6;

    private static final int PREFIX = 4;
    private static final int MAX_OF_ONE_PREFIX = 16;

    private static final CharacterSet MARKS = CharacterSet.of("“”‘’\"' \n");

    private final List<Named> rows;
    private final List<String> folded = new ArrayList<>();
    private final Map<String, List<Integer>> byPrefix = new HashMap<>();
    private final CharacterSet firsts;

    Names(List<Named> rows) {
        this.rows = rows;
        StringBuilder first = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            String name = fold(rows.get(i).title());
            folded.add(name);
            if (name.length() >= MIN_LENGTH) {
                List<Integer> same = byPrefix.computeIfAbsent(name.substring(0, PREFIX), _ -> new ArrayList<>());
                if (same.size() < MAX_OF_ONE_PREFIX) {
                    same.add(i);
                }
                first.append(name.charAt(0));
            }
        }
        this.firsts = CharacterSet.of(first.toString());
    }

    /**
     * A name in a text.
     *
     * @param start offset of its first character that counts
     */
    record Hit(int row, int start) {}

    Named row(int index) {
        return rows.get(index);
    }

    /** The names in a stretch of the text, in order; of two that begin at one place the longer. */
    List<Hit> in(String text, int begin, int end) {
        List<Hit> hits = new ArrayList<>();
        int at = begin;
        while (at < end) {
            int row = firsts.contains(text.charAt(at)) ? rowAt(text, at, end) : -1;
            if (row >= 0) {
                hits.add(new Hit(row, at));
                at = endOf(folded.get(row), text, at, end);
            } else {
                at++;
            }
        }
        return hits;
    }

    private int rowAt(String text, int at, int end) {
        int best = -1;
        for (int row : byPrefix.getOrDefault(prefix(text, at, end), List.of())) {
            String name = folded.get(row);
            boolean longer = best < 0 || name.length() > folded.get(best).length();
            if (longer && endOf(name, text, at, end) >= 0) {
                best = row;
            }
        }
        return best;
    }

    private static String prefix(String text, int begin, int end) {
        StringBuilder prefix = new StringBuilder(PREFIX);
        for (int at = begin; at < end && prefix.length() < PREFIX; at++) {
            if (counts(text.charAt(at))) {
                prefix.append(text.charAt(at));
            }
        }
        return prefix.toString();
    }

    /** Where a name that begins at a place ends there; -1 where another text stands. */
    private static int endOf(String name, String text, int begin, int end) {
        int read = 0;
        for (int at = begin; at < end && read < name.length(); at++) {
            char c = text.charAt(at);
            if (c == name.charAt(read)) {
                read++;
            } else if (counts(c)) {
                return -1;
            }
            if (read == name.length()) {
                return at + 1;
            }
        }
        return -1;
    }

    private static String fold(String name) {
        StringBuilder folded = new StringBuilder();
        name.chars().filter(c -> counts((char) c)).forEach(c -> folded.append((char) c));
        return folded.toString();
    }

    private static boolean counts(char c) {
        return !MARKS.contains(c);
    }
}
