package io.casewire.parsing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** The same text in other characters that look like those printed, or are not seen. */
final class Shapes {
    private static final Map<Character, Character> RADICALS = radicals();
    private static final String INVISIBLE = "\u00ad\u200b\u200d\u2060\ufeff\u202c\ufe0f";

    private Shapes() {}

    /** Every character that has a radical of its shape as that radical: 长 as ⻓. */
    static String radicals(String text) {
        StringBuilder radicals = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            radicals.setCharAt(i, RADICALS.getOrDefault(text.charAt(i), text.charAt(i)));
        }
        return radicals.toString();
    }

    /** With the marks of vertical lines, and those that fonts print for ours. */
    static String vertical(String text) {
        return replaced(text, "，、。：；！？（）《》〈〉「」『』【】〔〕—…·", "︐︑︒︓︔︕︖︵︶︽︾︿﹀﹁﹂﹃﹄︻︼︹︺︱⋯・");
    }

    /** Full-width blanks as an older encoding leaves them. */
    static String privateUse(String text) {
        return replaced(text, "　⻊䦅", "\ue5e5\ue848\ue84e");
    }

    /** Something that is not seen behind every tenth character that is no part of a tag or a line's end. */
    static String withInvisible(String text, Random random) {
        StringBuilder with = new StringBuilder(text.length() * 2);
        for (int i = 0; i < text.length(); i++) {
            with.append(text.charAt(i));
            if (text.charAt(i) >= '\u2e80' && random.nextInt(10) == 0) {
                with.append(INVISIBLE.charAt(random.nextInt(INVISIBLE.length())));
            }
        }
        return with.toString();
    }

    private static String replaced(String text, String from, String to) {
        StringBuilder replaced = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            int at = from.indexOf(text.charAt(i));
            if (at >= 0) {
                replaced.setCharAt(i, to.charAt(at));
            }
        }
        return replaced.toString();
    }

    private static Map<Character, Character> radicals() {
        try (InputStream in =
                Objects.requireNonNull(Shapes.class.getResourceAsStream("/io/casewire/text/radicals.csv"))) {
            Map<Character, Character> radicals = new HashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .filter(row -> row.length() == 3)
                    .forEach(row -> radicals.put(row.charAt(2), row.charAt(0)));
            return radicals;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
