package io.casewire.extraction.numbering;

/**
 * A level of a list.
 *
 * @param start its first number, 0 or more
 * @param width to which a number is filled up with noughts; 0 or 1 where it is not
 * @param restartLimit a paragraph of a level below this begins its numbers anew; 0 where none does, the level itself where any above does
 * @param allArabic whether the numbers of the levels above are printed in Arabic digits here, whatever their style
 */
public record Level(
        int start,
        NumberStyle style,
        int width,
        LabelTemplate label,
        int restartLimit,
        boolean allArabic,
        Follower follower) {
    /** Levels of a list. */
    public static final int COUNT = 9;

    /** What parts a label from the text. */
    public enum Follower {
        TAB,
        SPACE,
        NOTHING
    }

    /** What a list prints that says nothing of a level. */
    public static Level unsaid(int level) {
        return new Level(0, NumberStyle.DECIMAL, 0, LabelTemplate.ofWords(""), level, false, Follower.TAB);
    }

    String write(int number) {
        String written = style.write(number);
        return written.isEmpty() ? written : "0".repeat(Math.max(0, width - written.length())) + written;
    }
}
