package io.casewire.contracts.parsed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * To whom a case is promoted, and how strongly.
 *
 * @param scopeText as printed, for example {@code 全国}
 * @param regions the places of a {@link PromotionScope#NAMED} scope: six-digit codes of provinces and prefectures, or
 *     full zone names ({@code 湖南自贸试验区}); of a {@link PromotionScope#LEVEL_OF_REGION} the one region whose parts are
 *     addressed; empty otherwise
 * @param level of the parts addressed; null for every other scope
 * @param since the day, month or year from which it holds, in ISO form at its printed precision
 */
public record Promotion(
        PromotionScope scope,
        @Nullable String scopeText,
        List<String> regions,
        @Nullable RegionLevel level,
        @Nullable PromotionStrength strength,
        @Nullable String since,
        @Nullable PolicyDocument instrument) {
    public Promotion {
        regions = List.copyOf(regions);
    }

    /** A promotion that speaks of no level. */
    public Promotion(
            PromotionScope scope,
            @Nullable String scopeText,
            List<String> regions,
            @Nullable PromotionStrength strength,
            @Nullable String since,
            @Nullable PolicyDocument instrument) {
        this(scope, scopeText, regions, null, strength, since, instrument);
    }
}
