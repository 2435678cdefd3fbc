package io.casewire.parsing.page;

/** All sequences of two and of three characters of a text with their counts; none runs over the end of a line. */
final class SequenceTable {
    private static final long TRIPLE = 1L << 48;
    private static final int FIRST_SIZE = 1 << 12;

    /** An open table: the sequence as a number, at a place whose count is not 0. */
    private long[] keys = new long[FIRST_SIZE];

    private int[] counts = new int[FIRST_SIZE];
    private int used;

    SequenceTable(String text) {
        for (int i = 0; i + 1 < text.length(); i++) {
            char a = text.charAt(i);
            char b = text.charAt(i + 1);
            if (a == '\n' || b == '\n') {
                continue;
            }
            add(key(a, b));
            if (i + 2 < text.length() && text.charAt(i + 2) != '\n') {
                add(key(a, b, text.charAt(i + 2)));
            }
        }
    }

    int of(char a, char b) {
        return counts[slot(key(a, b))];
    }

    int of(char a, char b, char c) {
        return counts[slot(key(a, b, c))];
    }

    private static long key(char a, char b) {
        return ((long) a << 16) | b;
    }

    private static long key(char a, char b, char c) {
        return TRIPLE | ((long) a << 32) | ((long) b << 16) | c;
    }

    private void add(long key) {
        int slot = slot(key);
        if (counts[slot] == 0) {
            keys[slot] = key;
            used++;
        }
        counts[slot]++;
        if (used * 2 > keys.length) {
            grow();
        }
    }

    /** Where the key stands, or the free place where it would. */
    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (counts[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        counts = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldCounts[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i];
            }
        }
    }
}
