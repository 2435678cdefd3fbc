package io.casewire.parsing.outline;

/** Ways of numbering, outermost first: a later style stands inside an earlier one. */
public enum Style {
    /** 第一章, 第二部分. */
    CHAPTER(0),
    /** 一、 */
    HAN(1),
    /** 任务一：, 专项行动3： */
    NAMED(2),
    /** （一） */
    HAN_PAREN(3),
    /** 1. or 1、 */
    ARABIC(4),
    /** (1) or 1) */
    ARABIC_PAREN(5),
    /** ① */
    CIRCLED(6),
    /** 一是 */
    RUN_IN(7);

    private final int rank;

    Style(int rank) {
        this.rank = rank;
    }

    /** 0 for the outermost. */
    public int rank() {
        return rank;
    }
}
