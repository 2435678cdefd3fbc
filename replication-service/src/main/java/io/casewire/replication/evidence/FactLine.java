package io.casewire.replication.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.parsed.AdoptionRecord;
import io.casewire.contracts.parsed.LineRange;
import io.casewire.contracts.parsed.Metric;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact as HTTP shows it: what was said, where.
 *
 * @param resultName what was replicated, as named
 * @param region as printed
 * @param regionCode null where the gazetteer does not know the region
 * @param quote the sentence
 * @param lines of the document
 * @param withdrawn the operator's reason; null while it stands
 * @param why it waits for a person; null where it does not
 * @param candidates the promoted cases of that title, where there are several; null elsewhere
 * @param settlement what a person decided, without the person and the reason for those who may not know; null where nobody did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FactLine(
        EvidenceId id,
        String resultName,
        String region,
        @Nullable String regionCode,
        String quote,
        List<Metric> metrics,
        DocumentReference document,
        LineRange lines,
        @Nullable String withdrawn,
        @Nullable Unmatched why,
        @Nullable List<CaseId> candidates,
        @Nullable Settlement settlement) {

    /** @param discloses whether the reader may know who decided something by hand, and why */
    static FactLine of(KeptFact kept, boolean discloses, @Nullable List<CaseId> candidates) {
        AdoptionRecord adoption = kept.fact().adoption();
        Settlement settlement = kept.settlement();
        return new FactLine(
                kept.id(),
                adoption.resultName(),
                adoption.region(),
                adoption.regionCode(),
                adoption.quote(),
                adoption.metrics(),
                kept.fact().document(),
                adoption.lines(),
                kept.withdrawn(),
                kept.unmatched(),
                candidates,
                settlement == null || discloses ? settlement : settlement.outline());
    }
}
