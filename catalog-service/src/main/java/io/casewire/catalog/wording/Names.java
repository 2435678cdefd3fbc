package io.casewire.catalog.wording;

import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.Originality;
import io.casewire.contracts.parsed.PromotionScope;
import io.casewire.contracts.parsed.PromotionStrength;

/** Names of closed sets as people read them. */
public final class Names {
    private Names() {}

    /** A domain's name. */
    public static String of(Domain domain, Language language) {
        return language.of(
                domain.chineseName(),
                switch (domain) {
                    case TRADE -> "Trade facilitation";
                    case INVESTMENT -> "Investment facilitation";
                    case FINANCE -> "Financial opening";
                    case INDUSTRY -> "Industry";
                    case GOVERNMENT -> "Government services";
                    case SUPERVISION -> "Supervision";
                    case FACTORS -> "Land, talent, data";
                    case INTELLECTUAL_PROPERTY -> "Intellectual property";
                    case RULE_OF_LAW -> "Rule of law";
                    case COOPERATION -> "Cooperation";
                    case OTHER -> "Other";
                });
    }

    /** What a document claims of being first. */
    public static String of(Originality originality, Language language) {
        return switch (originality) {
            case NATIONAL_FIRST -> language.of("全国首创", "First in the country");
            case PROVINCIAL_FIRST -> language.of("全省首创", "First in the province");
        };
    }

    /** Whom a case is promoted to. */
    public static String of(PromotionScope scope, Language language) {
        return switch (scope) {
            case NATIONWIDE -> language.of("全国", "Nationwide");
            case PILOT_ZONES -> language.of("自贸试验区", "Pilot zones");
            case COASTAL -> language.of("沿海地区", "Coastal regions");
            case NAMED -> language.of("指定地区", "Named places");
            case LEVEL_OF_REGION -> language.of("所属各地", "All places of a region");
        };
    }

    /** How binding a promotion is. */
    public static String of(PromotionStrength strength, Language language) {
        return switch (strength) {
            case MANDATED -> language.of(strength.chineseName(), "To be replicated");
            case ENCOURAGED -> language.of(strength.chineseName(), "Offered for learning");
        };
    }
}
