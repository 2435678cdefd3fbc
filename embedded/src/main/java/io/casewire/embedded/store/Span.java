package io.casewire.embedded.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Entries that lie together.
 *
 * @param from the first key
 * @param to the first key behind them; null for the end of the map
 * @param fixed how many bytes all entries begin with because single values are asked for; the order within the span begins there
 */
@SuppressWarnings("ArrayRecordComponent")
record Span(byte[] from, byte @Nullable [] to, int fixed) {
    private static final byte[] BEGINNING = {};

    static final Span EVERYTHING = new Span(BEGINNING, null, 0);

    /** Everything that begins with these bytes. */
    static Span beginningWith(byte[] prefix) {
        return new Span(prefix, Bound.afterAll().toKey(prefix), prefix.length);
    }

    static Span between(byte[] prefix, Intervals.Interval interval) {
        byte[] from = interval.from().toKey(prefix);
        byte[] to = interval.to().toKey(prefix);
        // no value begins with ones only, so that nothing can lie behind the end of all keys
        return from == null ? new Span(BEGINNING, BEGINNING, prefix.length) : new Span(from, to, prefix.length);
    }

    boolean isBehind(byte[] key) {
        return to != null && Arrays.compareUnsigned(key, to) >= 0;
    }

    boolean isBefore(byte[] key) {
        return Arrays.compareUnsigned(key, from) < 0;
    }
}
