package io.casewire.text;

import java.text.Normalizer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text in the form in which texts are compared, with the way back to the original. Script, width, case, compatibility forms
 * (① ㎏ ℃ ㊀), radicals and private-use codes make no difference, invisible characters are gone; blanks and punctuation stay.
 * Whatever asks whether two texts are the same asks this or what is made of it: {@link ComparableKey}, {@link SearchText}.
 */
public final class ComparableText {
    /** Stands in the table for a character that becomes none or several, or depends on its neighbours. */
    private static final char UNSETTLED = '\uffff';

    private static final String OPENING = "〔【〖";
    private static final String CLOSING = "〕】〗";
    /** Signs that say nothing of the name they follow, though their compatibility form is letters. */
    private static final String TRADE_MARKS = "™℠";

    private static final String CIRCLES = "○◯";
    private static final char FIRST_COMPATIBLE = '\u00a0';
    private static final char LAST_COMPATIBLE = '\u33ff';
    private static final char FIRST_FORM = '\uf900';
    private static final char[] TABLE = table();

    private final String text;
    /** Where in the original the character at the same place begins and ends; null where every one kept its place. */
    private final int @Nullable [] starts;

    private final int @Nullable [] ends;

    private ComparableText(String text, int @Nullable [] starts, int @Nullable [] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    public static ComparableText of(CharSequence original) {
        char[] folded = new char[original.length()];
        boolean dependent = false;
        for (int i = 0; i < folded.length; i++) {
            char c = TABLE[original.charAt(i)];
            if (c == UNSETTLED) {
                return new Slowly(original.toString()).folded();
            }
            dependent |= SimplifiedForm.isDependent(c);
            folded[i] = c;
        }
        if (dependent) {
            SimplifiedForm.settle(folded, folded.length);
        }
        return new ComparableText(new String(folded), null, null);
    }

    /** The form to compare. */
    public String text() {
        return text;
    }

    /** Where the character of the original begins that stands at this place of {@link #text()}. */
    public int start(int at) {
        return starts == null ? at : starts[at];
    }

    /** Where the character of the original ends that stands before this place of {@link #text()}; 0 for 0. */
    public int end(int at) {
        return ends == null || at == 0 ? at : ends[at - 1];
    }

    /** The form of a character that is one and needs no neighbours; {@link #isUnsettled} otherwise. */
    static char settled(char c) {
        return TABLE[c];
    }

    static boolean isUnsettled(char form) {
        return form == UNSETTLED;
    }

    private static char[] table() {
        char[] table = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c < table.length; c++) {
            table[c] = settledForm(c);
        }
        return table;
    }

    private static char settledForm(int c) {
        if (Character.isSurrogate((char) c)
                || isMark(c)
                || Invisible.is(c)
                || isSuperscript(c)
                || CIRCLES.indexOf(c) >= 0
                || TRADE_MARKS.indexOf(c) >= 0) {
            return UNSETTLED;
        }
        String form = form(c);
        return form.length() == 1 ? form.charAt(0) : UNSETTLED;
    }

    /** What a character becomes by itself. */
    private static String form(int codePoint) {
        int unified = UnifiedCharacters.of(codePoint);
        if (unified == '\r' || unified == '\u0085' || unified == '\u2028' || unified == '\u2029') {
            return "\n";
        }
        if (unified <= Character.MAX_VALUE && Blanks.isBlank((char) unified)) {
            return " ";
        }
        if (OPENING.indexOf(unified) >= 0) {
            return "(";
        }
        if (CLOSING.indexOf(unified) >= 0) {
            return ")";
        }
        String number = numberWithoutForm(unified);
        return number == null ? lowerCase(compatible(Character.toString(unified))) : number;
    }

    private static String compatible(String cluster) {
        for (int i = 0; i < cluster.length(); i++) {
            char c = cluster.charAt(i);
            if ((c >= FIRST_COMPATIBLE && c <= LAST_COMPATIBLE) || c >= FIRST_FORM || Character.isSurrogate(c)) {
                return Normalizer.normalize(cluster, Normalizer.Form.NFKC);
            }
        }
        return cluster;
    }

    /** The digits of a number in a ring that Unicode gives no compatibility form (❶ ➀ ⓫); null for everything else. */
    @SuppressWarnings("CharacterGetNumericValue") // only asked for what Unicode lists as another number
    private static @Nullable String numberWithoutForm(int codePoint) {
        if (Character.getType(codePoint) != Character.OTHER_NUMBER
                || !Normalizer.isNormalized(Character.toString(codePoint), Normalizer.Form.NFKC)) {
            return null;
        }
        int value = Character.getNumericValue(codePoint);
        return value < 0 ? null : String.valueOf(value);
    }

    // by upper case, which a final sigma shares with the other one
    private static String lowerCase(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.codePoints()
                .map(codePoint -> Character.toLowerCase(Character.toUpperCase(codePoint)))
                .forEach(lower::appendCodePoint);
        for (int i = 0; i < lower.length(); i++) {
            lower.setCharAt(i, SimplifiedForm.of(lower.charAt(i)));
        }
        return lower.toString();
    }

    /** Belongs to the character before it: accents, the voicing marks of half-width kana, the later parts of a Hangul syllable. */
    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || codePoint == '\uff9e'
                || codePoint == '\uff9f'
                || (codePoint >= '\u1161' && codePoint <= '\u11ff');
    }

    private static boolean isSuperscript(int codePoint) {
        return codePoint == '²'
                || codePoint == '³'
                || codePoint == '¹'
                || (codePoint >= '\u2070'
                        && codePoint <= '\u2089'
                        && Character.getType(codePoint) == Character.OTHER_NUMBER);
    }

    /** Folds a text in which characters appear, vanish or depend on others. */
    private static final class Slowly {
        private final String original;
        private char[] folded;
        private int[] starts;
        private int[] ends;
        private int length;

        Slowly(String original) {
            this.original = original;
            this.folded = new char[original.length() + 16];
            this.starts = new int[folded.length];
            this.ends = new int[folded.length];
        }

        ComparableText folded() {
            int at = 0;
            while (at < original.length()) {
                at = step(at);
            }
            SimplifiedForm.settle(folded, length);
            return new ComparableText(
                    new String(folded, 0, length), Arrays.copyOf(starts, length), Arrays.copyOf(ends, length));
        }

        private int step(int from) {
            int codePoint = original.codePointAt(from);
            int to = from + Character.charCount(codePoint);
            if (Invisible.is(codePoint)) {
                return to;
            }
            int base = to;
            while (to < original.length() && isMark(original.codePointAt(to))) {
                to += Character.charCount(original.codePointAt(to));
            }
            append(form(codePoint, from, base, to), from, to);
            return to;
        }

        private String form(int codePoint, int from, int base, int to) {
            if (base < to) {
                return cluster(from, to);
            }
            if (isSuperscript(codePoint)) {
                // an exponent, or the number of a footnote
                boolean exponent = length > 0 && (isLatin(folded[length - 1]) || isExponent(from));
                return exponent ? compatible(Character.toString(codePoint)) : "";
            }
            if (CIRCLES.indexOf(codePoint) >= 0) {
                boolean zero = length > 0 && Glyphs.isHanDigit(folded[length - 1]);
                return zero ? "〇" : Character.toString(codePoint);
            }
            if (TRADE_MARKS.indexOf(codePoint) >= 0) {
                return "";
            }
            char settled = codePoint <= Character.MAX_VALUE ? TABLE[codePoint] : UNSETTLED;
            return settled == UNSETTLED ? ComparableText.form(codePoint) : String.valueOf(settled);
        }

        private String cluster(int from, int to) {
            StringBuilder cluster = new StringBuilder(to - from);
            for (int at = from; at < to; ) {
                int codePoint = original.codePointAt(at);
                if (!Invisible.is(codePoint)) {
                    cluster.appendCodePoint(UnifiedCharacters.of(codePoint));
                }
                at += Character.charCount(codePoint);
            }
            return lowerCase(compatible(cluster.toString()));
        }

        private boolean isExponent(int at) {
            return isSuperscript(original.charAt(ends[length - 1] - 1)) && ends[length - 1] == at;
        }

        private static boolean isLatin(char c) {
            return c >= 'a' && c <= 'z';
        }

        private void append(String form, int from, int to) {
            for (int i = 0; i < form.length(); i++) {
                if (length == folded.length) {
                    folded = Arrays.copyOf(folded, length * 2);
                    starts = Arrays.copyOf(starts, length * 2);
                    ends = Arrays.copyOf(ends, length * 2);
                }
                folded[length] = form.charAt(i);
                starts[length] = from;
                ends[length] = to;
                length++;
            }
        }
    }
}
