package io.casewire.replication.evidence;

import io.casewire.contracts.id.EvidenceId;
import io.casewire.gazetteer.PartialDate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The days by which facts were so, by the dates of the documents that state them. */
public final class EvidenceDays {
    private final Facts facts;

    EvidenceDays(Facts facts) {
        this.facts = facts;
    }

    /** The last day of what the document prints, which may be a month or a year. Facts whose document prints no date are absent. */
    public Map<EvidenceId, LocalDate> of(Collection<EvidenceId> ids) {
        Map<EvidenceId, LocalDate> days = new HashMap<>();
        facts.issuedOn(ids).forEach((id, printed) -> last(printed).ifPresent(day -> days.put(id, day)));
        return days;
    }

    private static Optional<LocalDate> last(@Nullable String printed) {
        try {
            return printed == null
                    ? Optional.empty()
                    : Optional.of(PartialDate.parse(printed).last());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
