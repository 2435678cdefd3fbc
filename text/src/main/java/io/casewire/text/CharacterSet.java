package io.casewire.text;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/** A fixed set of characters, asked in loops over whole texts: one look at a bit, however large the set. */
public final class CharacterSet {
    private final long[] bits = new long[(Character.MAX_VALUE + 1) / Long.SIZE];

    private CharacterSet(BitSet members) {
        long[] words = members.toLongArray();
        System.arraycopy(words, 0, bits, 0, words.length);
    }

    /** The characters of a string. */
    public static CharacterSet of(String members) {
        BitSet set = new BitSet();
        members.chars().forEach(set::set);
        return new CharacterSet(set);
    }

    /** The characters that some words begin with. */
    @SafeVarargs
    public static CharacterSet ofFirst(List<String>... words) {
        BitSet set = new BitSet();
        for (List<String> some : words) {
            some.forEach(word -> set.set(word.charAt(0)));
        }
        return new CharacterSet(set);
    }

    /** The characters that some words end with. */
    public static CharacterSet ofLast(List<String> words) {
        BitSet set = new BitSet();
        words.forEach(word -> set.set(word.charAt(word.length() - 1)));
        return new CharacterSet(set);
    }

    /** Every character the test holds for; it is asked once for each there is. */
    static CharacterSet where(IntPredicate test) {
        BitSet set = new BitSet();
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            set.set(c, test.test(c));
        }
        return new CharacterSet(set);
    }

    public boolean contains(char c) {
        return (bits[c >>> 6] & (1L << c)) != 0;
    }

    /** Where the first of them stands from {@code from} on; {@code to} where none stands before it. */
    public int indexIn(String text, int from, int to) {
        int at = from;
        while (at < to && !contains(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Whether the text has no other character. */
    public boolean containsAll(String text) {
        int at = 0;
        while (at < text.length() && contains(text.charAt(at))) {
            at++;
        }
        return at == text.length();
    }

    /** Whether one of them stands in that part of the text. */
    public boolean isIn(String text, int from, int to) {
        return indexIn(text, from, to) < to;
    }

    /** Whether one of them stands in the text. */
    public boolean isIn(String text) {
        return isIn(text, 0, text.length());
    }
}
