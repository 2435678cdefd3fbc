package io.casewire.parsing;

/**
 * Remembers which sequences of characters the records hold, to tell which parts of the text went into one. It may take a
 * sequence for known that is not, rarely; it never forgets one. Time and space grow with the text only.
 */
final class Traces {
    private static final int BITS_A_CHARACTER = 8;
    private static final int BASE = 1_000_003;

    private final int length;
    private final long[] bits;
    private final int mask;
    private final int highest;

    /**
     * @param length of the sequences, in characters
     * @param characters about as many as will be added
     */
    Traces(int length, long characters) {
        this.length = length;
        long wanted = Math.clamp(characters * BITS_A_CHARACTER, 1 << 12, 1 << 30);
        int size = Integer.highestOneBit((int) wanted);
        this.bits = new long[size / Long.SIZE];
        this.mask = size - 1;
        int power = 1;
        for (int i = 1; i < length; i++) {
            power *= BASE;
        }
        this.highest = power;
    }

    void add(String text) {
        int hash = 0;
        for (int i = 0; i < text.length(); i++) {
            hash = next(hash, text, i);
            if (i >= length - 1) {
                int bit = spread(hash) & mask;
                bits[bit >>> 6] |= 1L << bit;
            }
        }
    }

    /** Marks the characters of a text that stand in a known sequence. */
    boolean[] known(String text) {
        boolean[] known = new boolean[text.length()];
        int hash = 0;
        int marked = 0;
        for (int i = 0; i < text.length(); i++) {
            hash = next(hash, text, i);
            int bit = spread(hash) & mask;
            if (i >= length - 1 && (bits[bit >>> 6] & (1L << bit)) != 0) {
                for (int j = Math.max(marked, i - length + 1); j <= i; j++) {
                    known[j] = true;
                }
                marked = i + 1;
            }
        }
        return known;
    }

    private int next(int hash, String text, int i) {
        int without = i >= length ? hash - text.charAt(i - length) * highest : hash;
        return without * BASE + text.charAt(i);
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }
}
