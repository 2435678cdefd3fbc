package io.casewire.contracts.parsed;

/** How exactly a number is meant. */
public enum Bound {
    EXACT,
    /** 以上, 不低于, 不少于: this or more. */
    AT_LEAST,
    /** 超, 逾, 余, 多: more than this. */
    MORE_THAN,
    /** 以内, 不超过, 最多: this or less. */
    AT_MOST,
    /** 不到, 不足: less than this. */
    LESS_THAN,
    /** 约, 近, 左右: about this. */
    ABOUT,
    /** From {@code value} to {@code valueMax}. */
    RANGE
}
