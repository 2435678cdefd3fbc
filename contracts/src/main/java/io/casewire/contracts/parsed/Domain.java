package io.casewire.contracts.parsed;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** Reform domains: the taxonomy that stays while documents print their own names. Each has a topic of its own. */
public enum Domain {
    TRADE("trade", "贸易便利化"),
    INVESTMENT("investment", "投资便利化"),
    FINANCE("finance", "金融开放创新"),
    INDUSTRY("industry", "产业高质量发展"),
    GOVERNMENT("government", "政府职能转变"),
    SUPERVISION("supervision", "全过程监管"),
    FACTORS("factors", "要素资源保障"),
    INTELLECTUAL_PROPERTY("intellectual-property", "知识产权"),
    RULE_OF_LAW("rule-of-law", "法治保障"),
    COOPERATION("cooperation", "跨区域合作"),
    /** What fits none; also what an older reader makes of a domain it does not know. Never dropped. */
    @JsonEnumDefaultValue
    OTHER("other", "其他");

    private final String slug;
    private final String chineseName;

    Domain(String slug, String chineseName) {
        this.slug = slug;
        this.chineseName = chineseName;
    }

    /** The name in topics, URLs and JSON, for example {@code intellectual-property}. */
    @JsonValue
    public String slug() {
        return slug;
    }

    /** The name shown to Chinese readers. */
    public String chineseName() {
        return chineseName;
    }

    /** The domain of that slug; empty if there is none. */
    public static Optional<Domain> ofSlug(String slug) {
        for (Domain domain : values()) {
            if (domain.slug.equals(slug)) {
                return Optional.of(domain);
            }
        }
        return Optional.empty();
    }
}
