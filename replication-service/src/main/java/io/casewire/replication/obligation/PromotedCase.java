package io.casewire.replication.obligation;

import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.parsed.CaseRecord;
import io.casewire.contracts.parsed.Promotion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a case decides whom it obliges.
 *
 * @param promotion null for a case that is promoted to nobody
 * @param zones it comes from, in full form
 * @param areas it comes from
 * @param originUnits who recommends or created it, as printed
 * @param publishedAt the day that counts where no document prints one
 */
record PromotedCase(
        @Nullable Promotion promotion,
        List<String> zones,
        List<String> areas,
        List<String> originUnits,
        DocumentReference document,
        Instant publishedAt) {
    PromotedCase {
        zones = List.copyOf(zones);
        areas = List.copyOf(areas);
        originUnits = List.copyOf(originUnits);
    }

    static PromotedCase of(CaseRecord record, DocumentReference document, Instant publishedAt) {
        return new PromotedCase(
                record.promotion(), record.zones(), record.areas(), record.originUnits(), document, publishedAt);
    }
}
