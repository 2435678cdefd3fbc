package io.casewire.catalog.lineage.likeness;

import io.casewire.text.ComparableKey;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The running text of a case as the set of its runs of five characters, each as a number: what is left of them in another text
 * tells a copied description from one of its own.
 */
public final class Wording {
    private static final int RUN = 5;

    /** Runs of longer texts than that are left out: it is more than ten printed pages. */
    private static final int MAX_RUNS = 8_192;

    /** Fewer runs than that say nothing by being found elsewhere. */
    private static final int MIN_RUNS = 12;

    private static final int ENOUGH_RUNS = 60;

    private static final int BASE = 0x01000193;

    private final int[] runs;

    private Wording(int[] sorted) {
        this.runs = sorted;
    }

    static Wording of(String text) {
        String key = ComparableKey.of(text);
        int last = Math.min(key.length() - RUN, MAX_RUNS - 1);
        int[] runs = new int[Math.max(0, last + 1)];
        for (int at = 0; at < runs.length; at++) {
            runs[at] = hash(key, at);
        }
        Arrays.sort(runs);
        int distinct = 0;
        for (int i = 0; i < runs.length; i++) {
            if (i == 0 || runs[i] != runs[i - 1]) {
                runs[distinct++] = runs[i];
            }
        }
        return new Wording(Arrays.copyOf(runs, distinct));
    }

    /** As {@link #bytes} wrote it. */
    public static Wording read(byte[] bytes) {
        int[] runs = new int[bytes.length / Integer.BYTES];
        ByteBuffer.wrap(bytes).asIntBuffer().get(runs);
        return new Wording(runs);
    }

    public byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(runs.length * Integer.BYTES);
        bytes.asIntBuffer().put(runs);
        return bytes.array();
    }

    /** Whether both texts are long enough that having no wording in common says something. */
    boolean comparable(Wording other) {
        return Math.min(runs.length, other.runs.length) >= ENOUGH_RUNS;
    }

    /** The share of the shorter text's runs that the longer has, 0 to 1; 0 where one is too short to tell. */
    double containment(Wording other) {
        int fewer = Math.min(runs.length, other.runs.length);
        return fewer < MIN_RUNS ? 0 : (double) common(other) / fewer;
    }

    /** A sample that two texts share in proportion to the runs they share: every sixteenth number, the lowest first. */
    IntStream sample(int most) {
        return Arrays.stream(runs).filter(run -> (run & 0xf) == 0).limit(most);
    }

    private int common(Wording other) {
        int common = 0;
        int at = 0;
        for (int run : runs) {
            while (at < other.runs.length && other.runs[at] < run) {
                at++;
            }
            if (at < other.runs.length && other.runs[at] == run) {
                common++;
            }
        }
        return common;
    }

    private static int hash(String key, int from) {
        int hash = 0;
        for (int i = from; i < from + RUN; i++) {
            hash = (hash ^ key.charAt(i)) * BASE;
        }
        // the lowest bits of the product depend on the last characters only
        return hash ^ (hash >>> 15);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Wording wording && Arrays.equals(runs, wording.runs);
    }

    @Override
    public int hashCode() {
        return Objects.hash(RUN, Arrays.hashCode(runs));
    }
}
