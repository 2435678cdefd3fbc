package io.casewire.embedded.store;

import java.util.function.BiFunction;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A map of the store as entries in order: the documents of a collection, or one of its indexes.
 *
 * @param <V> what the map keeps with a key
 */
final class EntryMap<V> {
    private final MVMap<byte[], V> map;
    private final BiFunction<byte[], V, Entry> entry;

    private EntryMap(MVMap<byte[], V> map, BiFunction<byte[], V, Entry> entry) {
        this.map = map;
        this.entry = entry;
    }

    static EntryMap<byte[]> ofDocuments(MVMap<byte[], byte[]> documents) {
        return new EntryMap<>(documents, (key, document) -> new Entry(key, 0, document));
    }

    static EntryMap<Integer> ofIndex(MVMap<byte[], Integer> entries) {
        return new EntryMap<>(entries, (bytes, keyOffset) -> new Entry(bytes, keyOffset, null));
    }

    /** How many entries lie in a span, told from the tree without reading them. */
    long count(Span span) {
        byte[] to = span.to();
        return Math.max(0, (to == null ? map.sizeAsLong() : before(to)) - before(span.from()));
    }

    /** The entries as they are now, whatever is written later. */
    Snapshot snapshot() {
        var root = map.flushAndGetRoot();
        return (from, reverse) -> {
            var cursor = map.cursor(root, from, null, reverse);
            return () -> cursor.hasNext() ? entry.apply(cursor.next(), cursor.getValue()) : null;
        };
    }

    private long before(byte[] key) {
        long index = map.getKeyIndex(key);
        return index < 0 ? -index - 1 : index;
    }

    /** One state of the map. */
    interface Snapshot {
        /**
         * Entries one after the other.
         *
         * @param from where to begin, inclusive; null for the first or, in reverse, the last
         */
        Entries from(byte @Nullable [] from, boolean reverse);
    }

    /** Entries in an order. */
    interface Entries {
        /** Null at the end. */
        @Nullable
        Entry next();
    }
}
