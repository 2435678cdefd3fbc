package io.casewire.contracts.parsed;

/** How binding a promotion is. */
public enum PromotionStrength {
    /** To be replicated (复制推广). */
    MANDATED("复制推广"),
    /** Offered for learning as conditions allow (借鉴). */
    ENCOURAGED("借鉴");

    private final String chineseName;

    PromotionStrength(String chineseName) {
        this.chineseName = chineseName;
    }

    /** As ledgers, messages and the page write it. */
    public String chineseName() {
        return chineseName;
    }
}
