package io.casewire.parsing.outline;

/** Ways of numbering, outermost first: a later style stands inside an earlier one. */
public enum Style {
    /** 第一章, 第二部分. */
    CHAPTER(0),
    /** 一、 */
    HAN(1),
    /** （一） */
    HAN_PAREN(2),
    /** 1. or 1、 */
    ARABIC(3),
    /** (1) or 1) */
    ARABIC_PAREN(4),
    /** ① */
    CIRCLED(5),
    /** 一是 */
    RUN_IN(6);

    private final int rank;

    Style(int rank) {
        this.rank = rank;
    }

    /** 0 for the outermost. */
    public int rank() {
        return rank;
    }
}
