package io.casewire.embedded.store;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What an index, or the collection itself, holds for a document.
 *
 * @param bytes of the values, then of the document's {@link Key}; not copied
 * @param keyOffset where the key begins in them
 * @param document as BSON where the entry is the collection's own; null in an index
 */
@SuppressWarnings("ArrayRecordComponent")
record Entry(byte[] bytes, int keyOffset, byte @Nullable [] document) {
    static final Comparator<Entry> BY_BYTES = Comparator.comparing(Entry::bytes, Arrays::compareUnsigned);

    Key key() {
        return new Key(keyOffset == 0 ? bytes : Arrays.copyOfRange(bytes, keyOffset, bytes.length));
    }

    /** Compares the values behind the first so many bytes of each, without the keys. */
    static int compareValues(Entry one, int from, Entry other, int otherFrom) {
        return Arrays.compareUnsigned(one.bytes, from, one.keyOffset, other.bytes, otherFrom, other.keyOffset);
    }

    static int compareKeys(Entry one, Entry other) {
        return Arrays.compareUnsigned(
                one.bytes, one.keyOffset, one.bytes.length, other.bytes, other.keyOffset, other.bytes.length);
    }
}
