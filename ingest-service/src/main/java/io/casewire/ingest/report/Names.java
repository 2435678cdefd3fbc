package io.casewire.ingest.report;

import io.casewire.ingest.report.Prose.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the names of a table's rows in running text; quotation marks and blanks do not count. */
final class Names {
    /** Shorter names stand in any text by chance. */
    private static final int SHORTEST = 6;

    private static final int PREFIX = 4;
    private static final int MOST_OF_ONE_PREFIX = 16;

    private final List<Named> rows;
    private final List<String> folded = new ArrayList<>();
    private final Map<String, List<Integer>> byPrefix = new HashMap<>();

    Names(List<Named> rows) {
        this.rows = rows;
        for (int i = 0; i < rows.size(); i++) {
            String name = fold(rows.get(i).title());
            folded.add(name);
            if (name.length() >= SHORTEST) {
                List<Integer> same = byPrefix.computeIfAbsent(name.substring(0, PREFIX), _ -> new ArrayList<>());
                if (same.size() < MOST_OF_ONE_PREFIX) {
                    same.add(i);
                }
            }
        }
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
        StringBuilder read = new StringBuilder();
        List<Integer> offsets = new ArrayList<>();
        for (int i = begin; i < end; i++) {
            if (counts(text.charAt(i))) {
                read.append(text.charAt(i));
                offsets.add(i);
            }
        }
        List<Hit> hits = new ArrayList<>();
        int at = 0;
        while (at + PREFIX <= read.length()) {
            int row = rowAt(read, at);
            if (row >= 0) {
                hits.add(new Hit(row, offsets.get(at)));
                at += folded.get(row).length();
            } else {
                at++;
            }
        }
        return hits;
    }

    private int rowAt(StringBuilder read, int at) {
        int best = -1;
        for (int row : byPrefix.getOrDefault(read.substring(at, at + PREFIX), List.of())) {
            String name = folded.get(row);
            boolean here = at + name.length() <= read.length()
                    && read.substring(at, at + name.length()).equals(name);
            if (here && (best < 0 || name.length() > folded.get(best).length())) {
                best = row;
            }
        }
        return best;
    }

    private static String fold(String name) {
        StringBuilder folded = new StringBuilder();
        name.chars().filter(c -> counts((char) c)).forEach(c -> folded.append((char) c));
        return folded.toString();
    }

    private static boolean counts(char c) {
        return "“”‘’\"' \n".indexOf(c) < 0;
    }
}
