package io.casewire.embedded.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** A way to the documents that may fit a query. */
sealed interface Access {
    /** About how many entries it leads to. */
    long entries();

    /** How many entries it leads to, told without reading them. */
    long count();

    /** Whether it gives them in the order asked for. */
    boolean isOrdered();

    /** Whether its entries are exactly those of the documents that fit, one each. */
    boolean isExact();

    Candidates open();

    /** For people: the index and what is done with it. */
    String description();

    /**
     * Spans of one index.
     *
     * @param name of the index, as listed
     * @param merged see {@link EntryCandidates}
     * @param isOrdered whether {@code direction} is the order asked for
     * @param severalEntries whether a document may have several
     */
    record OfIndex(
            String name,
            EntryMap<?> map,
            List<Span> spans,
            Direction direction,
            boolean merged,
            boolean isOrdered,
            boolean isExact,
            boolean severalEntries,
            long entries)
            implements Access {

        @Override
        public long count() {
            return spans.stream().mapToLong(map::count).sum();
        }

        @Override
        public Candidates open() {
            return new EntryCandidates(map, spans, direction, merged, severalEntries);
        }

        @Override
        public String description() {
            boolean everything = spans.size() == 1 && spans.getFirst().equals(Span.EVERYTHING);
            return (everything ? "all of " : spans.size() + " spans of ") + name + (isOrdered ? " in order" : "");
        }
    }

    /** Alternatives, each with a way of its own; in the natural order. */
    record OfAlternatives(List<Access> branches, long entries, boolean isOrdered) implements Access {
        @Override
        public boolean isExact() {
            return false;
        }

        @Override
        public long count() {
            return entries;
        }

        @Override
        public Candidates open() {
            TreeSet<Key> keys = new TreeSet<>(Comparator.naturalOrder());
            for (Access branch : branches) {
                keys.addAll(EntryCandidates.keys(branch.open()));
            }
            return Candidates.of(new ArrayList<>(keys));
        }

        @Override
        public String description() {
            return "any of: "
                    + String.join(
                            "; ", branches.stream().map(Access::description).toList());
        }
    }
}
