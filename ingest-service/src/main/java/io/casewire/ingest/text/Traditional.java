package io.casewire.ingest.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/** Traditional characters and their simplified forms, one to one; see the README beside the table. */
public final class Traditional {
    private static final char FIRST = '\u4e00';
    private static final char LAST = '\u9fff';
    private static final char[] SIMPLIFIED = table();
    private static final int SAMPLE = 64 * 1024;
    private static final int FEWEST = 20;

    private Traditional() {}

    /** The simplified form; the character itself where it has none. */
    public static char simplified(char c) {
        return c < FIRST || c > LAST ? c : SIMPLIFIED[c - FIRST];
    }

    /** The same text in simplified characters, each in its place. */
    public static String simplified(String text) {
        char[] simplified = text.toCharArray();
        for (int i = 0; i < simplified.length; i++) {
            simplified[i] = simplified(simplified[i]);
        }
        return new String(simplified);
    }

    /** Whether the text is written in traditional characters; a quoted name or two make no traditional text. */
    public static boolean isUsedIn(String text) {
        int sample = Math.min(text.length(), SAMPLE);
        int traditional = 0;
        for (int i = 0; i < sample; i++) {
            traditional += simplified(text.charAt(i)) == text.charAt(i) ? 0 : 1;
        }
        return traditional >= FEWEST && traditional * 10 >= han(text, sample);
    }

    private static int han(String text, int end) {
        int han = 0;
        for (int i = 0; i < end; i++) {
            han += Glyphs.isHan(text.charAt(i)) ? 1 : 0;
        }
        return han;
    }

    private static char[] table() {
        char[] table = new char[LAST - FIRST + 1];
        for (int i = 0; i < table.length; i++) {
            table[i] = (char) (FIRST + i);
        }
        rows().forEach(row -> table[row.charAt(0) - FIRST] = row.charAt(2));
        return table;
    }

    static Iterable<String> rows() {
        try (InputStream in =
                Objects.requireNonNull(Traditional.class.getResourceAsStream("traditional.csv"), "traditional.csv")) {
            String[] lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1);
            return Arrays.stream(lines).skip(1).filter(row -> row.length() == 3).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
