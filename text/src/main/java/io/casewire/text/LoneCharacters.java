package io.casewire.text;

import org.jspecify.annotations.Nullable;

/** Characters as strings, each made once: most of a Chinese text is read as them. */
final class LoneCharacters {
    private static final @Nullable String[] KNOWN = new String[Character.MAX_VALUE + 1];

    private LoneCharacters() {}

    static String of(char character) {
        String known = KNOWN[character];
        if (known == null) {
            // made twice by two threads they are equal
            known = String.valueOf(character);
            KNOWN[character] = known;
        }
        return known;
    }
}
