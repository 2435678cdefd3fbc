package io.casewire.contracts.parsed;

/** How binding a promotion is. */
public enum PromotionStrength {
    /** To be replicated (复制推广). */
    MANDATED,
    /** Offered for learning as conditions allow (借鉴). */
    ENCOURAGED
}
