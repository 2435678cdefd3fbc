package io.casewire.replication.statistics;

import io.casewire.contracts.event.ObligationEvent.Assurance;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Role;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.EvidenceId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.contracts.parsed.Domain;
import io.casewire.contracts.parsed.Promotion;
import io.casewire.replication.ledger.Entry;
import io.casewire.replication.obligation.CaseFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who has adopted a case.
 *
 * @param promotion null for a case that is promoted to nobody; then there are no regions
 * @param asOf the day whose regions, zones and sets count
 * @param unresolved places the promotion names and the gazetteer does not know
 * @param withdrawn the operator's reason; null while the case stands
 * @param regions in the order of their codes
 */
record CaseAdoption(
        CaseId id,
        String title,
        long revision,
        List<Domain> domains,
        @Nullable Promotion promotion,
        LocalDate asOf,
        List<String> unresolved,
        @Nullable String withdrawn,
        AdoptionRate rate,
        List<RegionAdoption> regions) {

    /**
     * One region's part.
     *
     * @param closedAt null unless it is closed
     */
    record RegionAdoption(
            String code,
            String name,
            Role role,
            Status status,
            @Nullable Outcome outcome,
            Assurance assurance,
            List<EvidenceId> evidence,
            ObligationId obligation,
            long revision,
            @Nullable LocalDate dueOn,
            Instant derivedAt,
            Instant updatedAt,
            @Nullable Instant closedAt) {
        private static RegionAdoption of(Entry entry) {
            var obligation = entry.obligation();
            return new RegionAdoption(
                    obligation.regionCode(),
                    obligation.regionName(),
                    obligation.role(),
                    obligation.status(),
                    obligation.outcome(),
                    obligation.assurance(),
                    obligation.evidence(),
                    obligation.id(),
                    entry.revision(),
                    obligation.dueOn(),
                    entry.derivedAt(),
                    entry.updatedAt(),
                    entry.closedAt().orElse(null));
        }
    }

    static CaseAdoption of(CaseFile file, List<Entry> entries) {
        Tally tally = new Tally();
        entries.stream()
                .map(Entry::obligation)
                .filter(obligation -> obligation.role() == Role.ADOPTER)
                .forEach(obligation -> tally.add(obligation.status(), obligation.outcome(), 1));
        return new CaseAdoption(
                file.id(),
                file.title(),
                file.revision(),
                file.domains(),
                file.promotion(),
                file.asOf(),
                file.unresolved(),
                file.withdrawn(),
                tally.rate(),
                entries.stream()
                        .map(RegionAdoption::of)
                        .sorted(Comparator.comparing(RegionAdoption::code))
                        .toList());
    }
}
