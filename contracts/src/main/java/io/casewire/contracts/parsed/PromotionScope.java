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
    NAMED
}
