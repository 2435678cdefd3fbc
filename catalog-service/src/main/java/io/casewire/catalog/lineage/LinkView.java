package io.casewire.catalog.lineage;

import io.casewire.catalog.lineage.likeness.Adopter;
import io.casewire.contracts.event.DocumentReference;
import io.casewire.contracts.event.LinkEvent.Decision;
import io.casewire.contracts.event.LinkEvent.Kind;
import io.casewire.contracts.id.LinkId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A link as it is answered.
 *
 * @param from a case, or the evidence of an adoption
 * @param reason what speaks for it
 * @param decidedBy who decided; {@code casewire} where the confidence did
 * @param decision a person's; absent where the confidence decided
 * @param updated time of this revision
 */
record LinkView(
        LinkId id,
        Kind kind,
        LinkState state,
        double confidence,
        End from,
        End to,
        List<String> reason,
        String decidedBy,
        @Nullable Decision decision,
        long revision,
        Instant updated) {
    LinkView {
        reason = List.copyOf(reason);
    }

    /**
     * One of the two.
     *
     * @param title of the case, or the name of what was adopted; absent while the event that tells it was not read again
     * @param document of a case
     * @param adopter of evidence: who adopted it
     */
    record End(
            String id,
            @Nullable String title,
            @Nullable DocumentReference document,
            @Nullable Adopter adopter) {}
}
