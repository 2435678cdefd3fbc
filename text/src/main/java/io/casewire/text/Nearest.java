package io.casewire.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The valid names that somebody may have meant who wrote another one. */
public final class Nearest {
    private static final int MAX_SHOWN = 3;
    private static final int MAX_LENGTH = 80;

    private Nearest() {}

    /**
     * The valid names nearest to the given one, best first, at most three; empty where none is near. Case, width, blanks and
     * script do not count as differences, a swap of two neighbours counts as one.
     */
    public static List<String> of(String given, Collection<String> valid) {
        String wanted = comparable(given);
        if (wanted.isEmpty() || wanted.length() > MAX_LENGTH) {
            return List.of();
        }
        List<Candidate> near = new ArrayList<>();
        for (String name : valid) {
            String candidate = comparable(name);
            int distance = distance(wanted, candidate);
            if (distance <= allowed(wanted, candidate)) {
                near.add(new Candidate(name, distance));
            }
        }
        return near.stream()
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(MAX_SHOWN)
                .map(Candidate::name)
                .toList();
    }

    // a name inside the other one is near however long the rest is
    private static int allowed(String wanted, String candidate) {
        int shorter = Math.min(wanted.length(), candidate.length());
        int longer = Math.max(wanted.length(), candidate.length());
        if (shorter >= 2 && (wanted.contains(candidate) || candidate.contains(wanted))) {
            return longer - shorter;
        }
        return longer <= 2 ? 1 : longer / 3;
    }

    private static String comparable(String name) {
        String key = ComparableKey.of(name);
        return key.isEmpty() ? name.strip().toLowerCase(Locale.ROOT) : key;
    }

    // optimal string alignment: insertions, deletions, substitutions and swaps of neighbours
    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[b.length()];
    }

    private record Candidate(String name, int distance) {}
}
