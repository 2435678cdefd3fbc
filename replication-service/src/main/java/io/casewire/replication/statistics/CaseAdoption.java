package io.casewire.replication.statistics;

import io.casewire.contracts.event.Basis;
import io.casewire.contracts.event.ObligationEvent.Assurance;
import io.casewire.contracts.event.ObligationEvent.Level;
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
import io.casewire.replication.obligation.RegionInScope;
import io.casewire.replication.tally.AdoptionRate;
import io.casewire.replication.tally.Tally;
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
 * @param day how that day is known
 * @param undecided regions that the other end of the printed month or year would oblige too; a person decides
 * @param unresolved places the promotion names and the gazetteer does not know
 * @param withdrawn the operator's reason; null while the case stands
 * @param countedOn as of which day the ledger is counted, in China
 * @param rate of the highest level there is: provinces before zones, zones before areas, prefectures and counties
 * @param byLevel of each level there is, the highest first
 * @param regions in the order of their codes
 */
record CaseAdoption(
        CaseId id,
        String title,
        long revision,
        List<Domain> domains,
        @Nullable Promotion promotion,
        LocalDate asOf,
        Basis.Day day,
        List<RegionInScope> undecided,
        List<String> unresolved,
        @Nullable String withdrawn,
        LocalDate countedOn,
        AdoptionRate rate,
        List<AdoptionRate> byLevel,
        List<RegionAdoption> regions) {

    /**
     * One region's part.
     *
     * @param closedAt null unless it is closed
     * @param evidenced a document says that the region adopted, and nobody reported more than having seen the case
     */
    record RegionAdoption(
            String code,
            String name,
            @Nullable Level level,
            @Nullable String provinceCode,
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
            @Nullable Instant closedAt,
            boolean evidenced) {
        private static RegionAdoption of(Entry entry) {
            var obligation = entry.obligation();
            return new RegionAdoption(
                    obligation.regionCode(),
                    obligation.regionName(),
                    obligation.level(),
                    obligation.provinceCode(),
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
                    entry.closedAt().orElse(null),
                    Tally.isEvidenced(obligation.status(), obligation.assurance()));
        }
    }

    static CaseAdoption of(CaseFile file, List<Entry> entries, List<AdoptionRate> byLevel, LocalDate day) {
        return new CaseAdoption(
                file.id(),
                file.title(),
                file.revision(),
                file.domains(),
                file.promotion(),
                file.scope().day().counted(),
                file.scope().day(),
                file.scope().undecided(),
                file.scope().unresolved(),
                file.withdrawn(),
                day,
                byLevel.isEmpty() ? new Tally().rate() : byLevel.getFirst(),
                byLevel,
                entries.stream()
                        .map(RegionAdoption::of)
                        .sorted(Comparator.comparing(RegionAdoption::code))
                        .toList());
    }
}
