package io.casewire.extraction.numbering;

import io.casewire.extraction.numbering.LabelTemplate.Part;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The numbers of a document's lists, paragraph by paragraph in the order of the text. [MS-DOC] section 2.4.6.4. */
public final class ListCounters {
    private static final int UNUSED = -1;

    private final Map<Integer, int[]> sequences = new HashMap<>();
    private final Set<Begun> begun = new HashSet<>();

    private record Begun(int list, int level) {}

    /**
     * Counts the next paragraph and says what stands in front of it.
     *
     * @param at its level, 0 to 8
     */
    public Label next(ListDefinition list, int at) {
        int[] numbers = sequences.computeIfAbsent(list.sequence(), _ -> unused());
        Level level = list.levels().get(at);
        boolean anew =
                begun.add(new Begun(list.number(), at)) && list.restarts().containsKey(at);
        numbers[at] = anew || numbers[at] == UNUSED ? list.startOf(at) : numbers[at] + 1;
        for (int below = at + 1; below < Level.COUNT; below++) {
            if (at < list.levels().get(below).restartLimit()) {
                numbers[below] = UNUSED;
            }
        }
        return new Label(write(list, at, numbers), level.follower());
    }

    private static int[] unused() {
        int[] numbers = new int[Level.COUNT];
        Arrays.fill(numbers, UNUSED);
        return numbers;
    }

    private static String write(ListDefinition list, int at, int[] numbers) {
        Level level = list.levels().get(at);
        StringBuilder label = new StringBuilder();
        for (Part part : level.label().parts()) {
            switch (part) {
                case Part.Words(String text) -> label.append(text);
                case Part.Counter(int of) -> {
                    // a level that no paragraph has used yet stands at its first number
                    int number = numbers[of] == UNUSED ? list.startOf(of) : numbers[of];
                    label.append(write(list.levels().get(of), number, level.allArabic()));
                }
            }
        }
        return label.toString();
    }

    private static String write(Level level, int number, boolean arabic) {
        boolean asArabic = arabic && level.style().counts() && level.style() != NumberStyle.DECIMAL_ZERO;
        return asArabic ? Integer.toString(number) : level.write(number);
    }
}
