package io.casewire.embedded.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An end of an interval of values: before or after everything that begins with these bytes.
 *
 * @param bytes {@link OrderedBytes} of a value, or what several begin with; not copied
 */
@SuppressWarnings("ArrayRecordComponent")
record Bound(byte[] bytes, boolean after) implements Comparable<Bound> {
    private static final byte ALL_ONES = (byte) 0xFF;

    static Bound beforeAll(byte... bytes) {
        return new Bound(bytes, false);
    }

    static Bound afterAll(byte... bytes) {
        return new Bound(bytes, true);
    }

    /** The same end where larger values come first. */
    Bound inverted() {
        return new Bound(OrderedBytes.inverted(bytes), !after);
    }

    /** The first key at or behind the end, among keys that begin with a prefix; null for the end of all keys. */
    byte @Nullable [] toKey(byte[] prefix) {
        byte[] key = Arrays.copyOf(prefix, prefix.length + bytes.length);
        System.arraycopy(bytes, 0, key, prefix.length, bytes.length);
        return after ? behind(key) : key;
    }

    /** The first key that is more than everything that begins so. */
    private static byte @Nullable [] behind(byte[] beginning) {
        for (int i = beginning.length - 1; i >= 0; i--) {
            if (beginning[i] != ALL_ONES) {
                byte[] key = Arrays.copyOf(beginning, i + 1);
                key[i]++;
                return key;
            }
        }
        return null;
    }

    @Override
    public int compareTo(Bound other) {
        int common = Math.min(bytes.length, other.bytes.length);
        int order = Arrays.compareUnsigned(bytes, 0, common, other.bytes, 0, common);
        if (order != 0) {
            return order;
        }
        if (bytes.length == other.bytes.length) {
            return Boolean.compare(after, other.after);
        }
        // the longer one lies within what the shorter one begins
        return bytes.length < other.bytes.length ? (after ? 1 : -1) : (other.after ? -1 : 1);
    }
}
