package io.casewire.embedded.store;

/**
 * What is known of an index's entries, as bits: which components lie in an array in some document, and whether the entries' order
 * may differ from the server's. Bits are added and never taken away while the index stands.
 */
final class Traits {
    /** Some value is sorted by finer rules than its bytes: an embedded document, an array in an array, a decimal. */
    static final int UNORDERED = 1 << 31;

    static final int MAX_COMPONENTS = 31;

    private static final int ARRAYS = ~UNORDERED;

    private Traits() {}

    static int multikey(int component) {
        return 1 << component;
    }

    static boolean isMultikey(int traits, int component) {
        return (traits & multikey(component)) != 0;
    }

    static boolean isAnyMultikey(int traits) {
        return (traits & ARRAYS) != 0;
    }

    static boolean isOrdered(int traits) {
        return traits == 0;
    }
}
