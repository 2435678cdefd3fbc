package io.casewire.contracts.parsed;

/** To whom a case is to be promoted. */
public enum PromotionScope {
    /** 全国: every province. */
    NATIONWIDE,
    /** 自贸试验区: every pilot free trade zone of that day. */
    PILOT_ZONES,
    /** 沿海地区: the coastal provinces. */
    COASTAL,
    /** The places listed in {@link Promotion#regions()}. */
    NAMED,
    /** 各市州, 各设区市, 各县（市、区）: all regions of {@link Promotion#level()} within the one of {@link Promotion#regions()}. */
    LEVEL_OF_REGION
}
