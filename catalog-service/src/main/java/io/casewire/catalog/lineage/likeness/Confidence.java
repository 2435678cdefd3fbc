package io.casewire.catalog.lineage.likeness;

/**
 * How sure it is that two tellings are of the same innovation: a logistic function of what speaks for it. Its weights were set on
 * judged pairs of real documents and say nothing of any one of them; {@code LineageGoldTests} prints how often it is right.
 */
public final class Confidence {
    private static final double NOTHING_KNOWN = -6;
    private static final double TITLE = 9;
    private static final double NAME = 2.5;
    private static final double CONTRAST = -4;
    private static final double WORDING = 6;
    private static final double OWN_WORDS = -1.5;
    private static final double SAME_PLACE = 1.5;
    private static final double OTHER_PLACE = -4;
    private static final double FIGURE = 1;
    private static final double UNIT = 0.5;
    private static final double ADOPTION = 0.5;
    private static final double ADOPTED_BY_NAME = 1.1;
    private static final int MOST_FIGURES = 2;

    private static final double HUNDREDTHS = 100;

    private Confidence() {}

    /** 0 to 1, in hundredths, so that a change of no consequence is none. */
    public static double of(Likeness likeness) {
        double sum = NOTHING_KNOWN
                + TITLE * likeness.title()
                + NAME * likeness.name()
                + (likeness.contrast() ? CONTRAST : 0)
                + WORDING * likeness.wording()
                + (likeness.ownWords() ? OWN_WORDS : 0)
                + FIGURE * Math.min(MOST_FIGURES, likeness.figures())
                + (likeness.unit() ? UNIT : 0)
                + (likeness.adoption() ? ADOPTION : 0)
                + (likeness.adoption() && likeness.name() == 1 ? ADOPTED_BY_NAME : 0)
                + switch (likeness.place()) {
                    case SHARED -> SAME_PLACE;
                    case UNKNOWN -> 0;
                    case APART -> OTHER_PLACE;
                };
        return Math.round(HUNDREDTHS / (1 + Math.exp(-sum))) / HUNDREDTHS;
    }
}
