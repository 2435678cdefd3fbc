package io.casewire.extraction.numbering;

import java.util.ArrayList;
import java.util.List;

/** The text of a label with places for the numbers of its level and those above. */
public record LabelTemplate(List<Part> parts) {
    public LabelTemplate {
        parts = List.copyOf(parts);
    }

    /** A piece of it. */
    public sealed interface Part {
        /** Printed as it is. */
        record Words(String text) implements Part {}

        /** The number of a level, 0 to 8. */
        record Counter(int level) implements Part {}
    }

    /** From markup, where {@code %1} to {@code %9} stand for the numbers. */
    public static LabelTemplate ofMarkup(String text) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
            int level = at + 1 < text.length() ? text.charAt(at + 1) - '1' : -1;
            if (level >= 0 && level < Level.COUNT) {
                words(text.substring(from, at), parts);
                parts.add(new Part.Counter(level));
                from = at + 2;
                at++;
            }
        }
        words(text.substring(from), parts);
        return new LabelTemplate(parts);
    }

    /**
     * From a binary file, where the character with the code of a level stands for its number.
     *
     * @param offsets of those characters, counted from 1; a 0 ends them
     */
    public static LabelTemplate ofPlaceholders(String text, byte[] offsets) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (byte offset : offsets) {
            int at = (offset & 0xFF) - 1;
            if (at < from || at >= text.length() || text.charAt(at) >= Level.COUNT) {
                break;
            }
            words(text.substring(from, at), parts);
            parts.add(new Part.Counter(text.charAt(at)));
            from = at + 1;
        }
        words(text.substring(from), parts);
        return new LabelTemplate(parts);
    }

    /** Without numbers. */
    public static LabelTemplate ofWords(String text) {
        List<Part> parts = new ArrayList<>();
        words(text, parts);
        return new LabelTemplate(parts);
    }

    private static void words(String text, List<Part> parts) {
        if (!text.isEmpty()) {
            parts.add(new Part.Words(text));
        }
    }
}
