package io.casewire.identity;

import io.casewire.text.InvisibleCharacters;
import java.text.Normalizer;
import java.util.Optional;

/**
 * One spelling for each name of a person, a system or an agency, so that names are compared as strings everywhere: two
 * that look the same are one, and two that look different are two.
 *
 * <ul>
 *   <li>Composed form (Unicode NFC); characters of the compatibility block count as the unified ideographs they stand for.
 *   <li>Full-width Latin letters, digits and punctuation ({@code ＡＢＣ（一）}) as their ordinary forms ({@code ABC(一)}), and
 *       Kangxi radicals, which copying out of a PDF leaves in the place of characters, as those characters.
 *   <li>Every kind of blank as one space; several in a row as one, and none around.
 * </ul>
 *
 * <p>Refused is what could make two names look alike or what was lost on the way: characters that cannot be seen, control
 * characters, U+FFFD and U+FFFC, halves of surrogate pairs, characters without a meaning that everybody shares (private use,
 * unassigned), and radicals for which no standard names the character.
 */
public final class Names {
    /** In code points, after the above. */
    public static final int MAX_LENGTH = 200;

    // what comes in may be longer: marks compose, blanks join
    private static final int MAX_GIVEN = 4 * MAX_LENGTH;
    private static final int FULL_WIDTH_FIRST = 0xFF01;
    private static final int FULL_WIDTH_LAST = 0xFF5E;
    private static final int FULL_WIDTH_SHIFT = FULL_WIDTH_FIRST - '!';
    private static final int KANGXI_FIRST = 0x2F00;
    private static final int KANGXI_LAST = 0x2FD5;
    private static final int RADICALS_FIRST = 0x2E80;
    private static final int RADICALS_LAST = 0x2EFF;

    private Names() {}

    /**
     * The one spelling of a name.
     *
     * @param what whose name it is, in a sentence: {@code subject}, {@code agency}
     * @throws IllegalArgumentException with a sentence fit for whoever gave the name; it repeats no more of it than a code
     *     point
     */
    public static String canonical(String what, String given) {
        if (given.length() > MAX_GIVEN) {
            throw wrongLength(what);
        }
        Optional<String> flaw = flaw(given);
        if (flaw.isPresent()) {
            throw new IllegalArgumentException("The " + what + " holds " + flaw.get() + ".");
        }
        String name = folded(Normalizer.normalize(given, Normalizer.Form.NFC));
        if (name.isEmpty() || name.codePointCount(0, name.length()) > MAX_LENGTH) {
            throw wrongLength(what);
        }
        return name;
    }

    /** What of a text may not be in a name, as the object of a sentence in ASCII; empty for nothing. */
    static Optional<String> flaw(String text) {
        return text.codePoints().mapToObj(Names::flaw).flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> flaw(int c) {
        String code = "U+%04X".formatted(c);
        if (c == 0xFFFD || c == 0xFFFC) {
            return Optional.of(code + ", which stands for something that was lost on the way");
        }
        if (InvisibleCharacters.contains(c)) {
            return Optional.of(
                    Character.isISOControl(c)
                            ? "a control character, " + code
                            : "a character that cannot be seen, " + code);
        }
        if (c >= RADICALS_FIRST && c <= RADICALS_LAST) {
            return Optional.of("a radical in the place of a character, " + code);
        }
        return switch (Character.getType(c)) {
            case Character.SURROGATE -> Optional.of("half of a character, " + code);
            case Character.PRIVATE_USE, Character.UNASSIGNED ->
                Optional.of("a character without a meaning that everybody shares, " + code);
            default -> Optional.empty();
        };
    }

    private static String folded(String composed) {
        StringBuilder name = new StringBuilder(composed.length());
        composed.codePoints().forEach(c -> {
            if (Character.getType(c) != Character.SPACE_SEPARATOR) {
                name.appendCodePoint(folded(c));
            } else if (!name.isEmpty() && name.charAt(name.length() - 1) != ' ') {
                name.append(' ');
            }
        });
        return name.toString().strip();
    }

    private static int folded(int c) {
        if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST) {
            return c - FULL_WIDTH_SHIFT;
        }
        return c >= KANGXI_FIRST && c <= KANGXI_LAST
                ? Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC)
                        .codePointAt(0)
                : c;
    }

    private static IllegalArgumentException wrongLength(String what) {
        return new IllegalArgumentException("The " + what + " must have 1 to " + MAX_LENGTH + " characters.");
    }
}
