package io.casewire.ingest.outline;

/** Ways of numbering, outermost first: a later style stands inside an earlier one. */
public enum Style {
    /** 第一章, 第二部分. */
    CHAPTER,
    /** 一、 */
    HAN,
    /** （一） */
    HAN_PAREN,
    /** 1. or 1、 */
    ARABIC,
    /** (1) or 1) */
    ARABIC_PAREN,
    /** ① */
    CIRCLED,
    /** 一是 */
    RUN_IN
}
