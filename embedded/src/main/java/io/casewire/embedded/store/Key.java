package io.casewire.embedded.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A document's place in its collection: its id as {@link OrderedBytes}. */
final class Key implements Comparable<Key> {
    private final byte[] bytes;

    Key(byte[] bytes) {
        this.bytes = bytes;
    }

    static Key ofId(@Nullable Object id) {
        return new Key(OrderedBytes.of(id));
    }

    /** Not copied: leave them as they are. */
    byte[] bytes() {
        return bytes;
    }

    @Override
    public int compareTo(Key other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Key key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
