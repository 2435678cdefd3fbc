package io.casewire.contracts.parsed;

import io.casewire.contracts.id.EvidenceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence that says a named region replicated a named result.
 *
 * @param region as printed
 * @param regionCode six digits; null where the gazetteer does not know the region
 * @param province the provincial-level division of the region, in full
 * @param resultName what was replicated, as named
 * @param quote the sentence
 */
public record AdoptionRecord(
        EvidenceId id,
        String region,
        @Nullable String regionCode,
        @Nullable String province,
        String resultName,
        String quote,
        List<Metric> metrics,
        LineRange lines)
        implements ParsedRecord {
    public AdoptionRecord {
        metrics = List.copyOf(metrics);
    }
}
