package io.casewire.catalog.lineage.likeness;

import io.casewire.contracts.parsed.AdoptionRecord;
import org.jspecify.annotations.Nullable;

/**
 * Who adopted something, at whatever level.
 *
 * @param region as printed
 * @param regionCode six digits; null where the gazetteer does not know the region
 * @param province that it lies in, in full
 */
public record Adopter(
        String region,
        @Nullable String regionCode,
        @Nullable String province) {

    static Adopter of(AdoptionRecord adoption) {
        return new Adopter(adoption.region(), adoption.regionCode(), adoption.province());
    }
}
