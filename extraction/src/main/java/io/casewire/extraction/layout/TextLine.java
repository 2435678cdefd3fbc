package io.casewire.extraction.layout;

import io.casewire.text.CharacterSet;
import io.casewire.text.Glyphs;

/**
 * Characters on one baseline, with what is needed to tell whether a margin cut the line.
 *
 * @param text with the blanks that mean something
 * @param right where its last character ends, the empty half of a punctuation mark left out
 * @param size of most of it, in points
 * @param firstPiece width of what a typesetter would not part from its beginning
 * @param blankAtEnd a blank is printed behind it
 * @param broken a wide gap or a run of leader dots parts it: a line of a list, not of prose
 * @param afterMark the mark of a footnote stood before it, and is left out
 */
record TextLine(
        String text,
        double left,
        double right,
        double baseline,
        double size,
        double firstPiece,
        boolean blankAtEnd,
        boolean broken,
        boolean afterMark) {
    /** What numbers count or measure begins with one of these. */
    private static final CharacterSet COUNTED = CharacterSet.of("年月日个项家天件户人次万亿千百倍类种条名批宗吨元%％‰");

    double top() {
        return baseline - size;
    }

    boolean endsSentence() {
        return Glyphs.endsSentence(text);
    }

    /** Whether it stops at a closing bracket, as items do that name who is responsible. */
    boolean endsBracket() {
        return text.endsWith("）") || text.endsWith(")");
    }

    /** Whether it stops at a mark that something always follows. */
    boolean endsOpen() {
        return text.endsWith("，") || text.endsWith("、");
    }

    /** Whether letters or digits meet a Chinese character where the other line goes on with it. */
    boolean changesScript(TextLine next) {
        char end = text.charAt(text.length() - 1);
        char start = next.text.charAt(0);
        return (Glyphs.isLatinOrDigit(end) && Glyphs.isHan(start))
                || (Glyphs.isHan(end) && Glyphs.isLatinOrDigit(start));
    }

    /** Whether it ends in a number inside a clause, and the other line begins with what that counts. */
    boolean endsInNumberOf(TextLine next) {
        int at = text.length();
        while (at > 0 && Character.isDigit(text.charAt(at - 1))) {
            at--;
        }
        return at > 0
                && at < text.length()
                && (Glyphs.isHan(text.charAt(at - 1)) || text.charAt(at - 1) == '.')
                && COUNTED.contains(next.text.charAt(0));
    }

    /** What stands between it and the line that goes on with it: a blank between words, else nothing. */
    String seam(TextLine next) {
        char end = text.charAt(text.length() - 1);
        char start = next.text.charAt(0);
        boolean words = Glyphs.isLatinOrDigit(start)
                && (Glyphs.isLatinOrDigit(end) || end == ',' || end == '.' || end == ';')
                && (blankAtEnd || (Character.isLetter(end) && Character.isLetter(start)));
        return words ? " " : "";
    }

    /** Whether a list counts on here: 一、 （二） 3. ④ 第五条. */
    boolean startsWithNumber() {
        return Numbering.isAtStartOf(text);
    }
}
