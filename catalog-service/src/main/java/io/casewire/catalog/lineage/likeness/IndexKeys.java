package io.casewire.catalog.lineage.likeness;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The keys a telling is found by: two tellings of one innovation share some of them, whatever was renamed. At most {@value #MAX} of one telling.
 */
public final class IndexKeys {
    static final int MAX = 120;

    private static final String TITLE = "t:";
    private static final int RUN = 3;
    private static final int MAX_TITLE_RUNS = 40;
    private static final int MAX_NAMES = 24;
    private static final int MAX_SAMPLE = 48;
    private static final double WEIGHT_OF_TITLE = 8;
    private static final double WEIGHT_OF_NAME = 3;
    private static final double WEIGHT_OF_RUN = 1;

    private IndexKeys() {}

    /** The keys of that telling; each begins with a letter for its kind. */
    public static Set<String> of(Telling telling) {
        Set<String> keys = new LinkedHashSet<>();
        keys.add(TITLE + telling.core().text());
        telling.titleNames().stream().sorted().forEach(name -> keys.add("n:" + name));
        telling.textNames().stream().sorted().limit(MAX_NAMES).forEach(name -> keys.add("n:" + name));
        telling.core().runs(RUN).stream().sorted().limit(MAX_TITLE_RUNS).forEach(run -> keys.add("r:" + run));
        telling.wording()
                .sample(MAX_SAMPLE)
                .forEach(run -> keys.add("w:" + Integer.toString(run, Character.MAX_RADIX)));
        return keys.size() <= MAX
                ? keys
                : new LinkedHashSet<>(keys.stream().limit(MAX).toList());
    }

    /** Whether it is the one key that finds same titles, which counts however many there are. */
    public static boolean isTitle(String key) {
        return key.startsWith(TITLE);
    }

    /** How much sharing that key says. */
    static double weight(String key) {
        return switch (key.charAt(0)) {
            case 't' -> WEIGHT_OF_TITLE;
            case 'n' -> WEIGHT_OF_NAME;
            default -> WEIGHT_OF_RUN;
        };
    }
}
