package io.casewire.parsing.field.domain;

import io.casewire.contracts.parsed.Domain;
import io.casewire.text.ComparableKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The titles of a document whose domain is printed: the same innovation may stand elsewhere without. */
final class Twins {
    /** Titles this much alike (of their pairs of characters) are one title in two wordings. */
    private static final double NEARLY = 0.8;
    /** Looking for near titles costs the product of both lists; of longer ones only equal titles are found. */
    private static final int MAX_COMPARED = 400;

    private final Map<String, Domain> byTitle = new HashMap<>();
    /** Titles that are printed in two domains tell nothing. */
    private final Set<String> disputed = new HashSet<>();

    private final List<Pairs> pairs = new ArrayList<>();

    private Twins() {}

    static Twins of(List<ListedDomains.Case> cases) {
        Twins twins = new Twins();
        for (ListedDomains.Case one : cases) {
            if (one.printed() != null) {
                twins.add(ComparableKey.of(one.title()), one.printed());
            }
        }
        return twins;
    }

    private void add(String title, Domain domain) {
        Domain before = byTitle.put(title, domain);
        if (before == null) {
            pairs.add(new Pairs(pairs(title), domain));
        } else if (before != domain) {
            disputed.add(title);
        }
    }

    /**
     * A title found.
     *
     * @param same whether it is the very title, not one in other words
     */
    record Found(Domain domain, boolean same) {}

    /** The printed domain of that title; null where none is. */
    @Nullable
    Found of(String title) {
        String key = ComparableKey.of(title);
        if (disputed.contains(key)) {
            return null;
        }
        Domain same = byTitle.get(key);
        if (same != null || pairs.size() > MAX_COMPARED) {
            return same == null ? null : new Found(same, true);
        }
        Set<String> own = pairs(key);
        Pairs best = null;
        double likeness = NEARLY;
        for (Pairs other : pairs) {
            double found = likeness(own, other.set());
            best = found >= likeness ? other : best;
            likeness = Math.max(likeness, found);
        }
        return best == null ? null : new Found(best.domain(), false);
    }

    private static double likeness(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty() || Math.abs(one.size() - other.size()) * 2 > one.size()) {
            return 0;
        }
        int shared = 0;
        for (String pair : one) {
            shared += other.contains(pair) ? 1 : 0;
        }
        return 2.0 * shared / (one.size() + other.size());
    }

    private static Set<String> pairs(String title) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= title.length(); i++) {
            pairs.add(title.substring(i, i + 2));
        }
        return pairs;
    }

    private record Pairs(Set<String> set, Domain domain) {}
}
