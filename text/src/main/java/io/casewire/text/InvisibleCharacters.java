package io.casewire.text;

import java.text.Normalizer;

/**
 * Characters that leave no mark of their own on a screen or on paper, so that two texts may differ by them and look the
 * same: Unicode's default ignorables, format and control characters, separators of lines, and blanks that are letters or
 * symbols by category (Hangul fillers, the empty Braille pattern). Ordinary blanks are not among them.
 */
public final class InvisibleCharacters {
    // Default_Ignorable_Code_Point of DerivedCoreProperties.txt (Unicode 16) as far as the category does not tell
    private static final int[][] RANGES = {
        {0x034F, 0x034F},
        {0x115F, 0x1160},
        {0x17B4, 0x17B5},
        {0x180B, 0x180F},
        {0x2060, 0x206F},
        {0x2800, 0x2800},
        {0x3164, 0x3164},
        {0xFE00, 0xFE0F},
        {0xFFA0, 0xFFA0},
        {0xFFF0, 0xFFF8},
        {0xE0000, 0xE0FFF}
    };

    private InvisibleCharacters() {}

    /** Whether this code point is one of them. */
    public static boolean contains(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> inRanges(codePoint);
        };
    }

    /**
     * Whether a text tells a reader nothing: there is no letter and no digit in it that he can see, however it is written (full
     * width, in a circle), only blanks, invisible characters, punctuation, symbols or marks without a letter to stand on.
     */
    public static boolean tellsNothing(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().noneMatch(InvisibleCharacters::tells);
    }

    private static boolean tells(int codePoint) {
        return !contains(codePoint)
                && switch (Character.getType(codePoint)) {
                    case Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
                    default -> Character.isLetterOrDigit(codePoint);
                };
    }

    private static boolean inRanges(int codePoint) {
        for (int[] range : RANGES) {
            if (codePoint >= range[0] && codePoint <= range[1]) {
                return true;
            }
        }
        return false;
    }
}
