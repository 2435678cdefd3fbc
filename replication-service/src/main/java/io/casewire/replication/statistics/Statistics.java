package io.casewire.replication.statistics;

import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.replication.tally.AdoptionRate;
import io.casewire.replication.tally.Dimension;
import io.casewire.replication.tally.LineFilter;
import io.casewire.replication.tally.Tallies;
import java.time.LocalDate;
import java.util.List;

/**
 * Adoption rates over everything that is promoted; none counts regions of different levels together.
 *
 * @param day as of which the ledger is counted, in China
 * @param overall of the level asked for, each obligation once
 * @param byLevel of each level there is, the highest first
 * @param byRegion of every level, in the order of codes; regions nothing is asked of are absent
 * @param byDomain of the level asked for, in the order of slugs; an obligation counts in each domain of its case, so these add up to more
 */
record Statistics(
        LocalDate day,
        AdoptionRate overall,
        List<AdoptionRate> byLevel,
        List<OfRegion> byRegion,
        List<OfDomain> byDomain)
        implements Counted {

    record OfRegion(String code, String name, AdoptionRate rate) {}

    /** @param name for Chinese readers */
    record OfDomain(String domain, String name, AdoptionRate rate) {}

    static Statistics of(Tallies tallies, Names names, LineFilter filter, Level level, LocalDate day) {
        LineFilter everyLevel = filter.at(null);
        return new Statistics(
                day,
                tallies.all(filter).rate(level),
                tallies.all(everyLevel).rates(),
                tallies.by(Dimension.REGION, everyLevel).entrySet().stream()
                        .map(group -> new OfRegion(
                                group.getKey(),
                                names.region(group.getKey()),
                                group.getValue().rates().getFirst()))
                        .toList(),
                tallies.by(Dimension.DOMAIN, filter).entrySet().stream()
                        .map(group -> new OfDomain(
                                group.getKey(),
                                names.of(Dimension.DOMAIN, group.getKey()),
                                group.getValue().rate(level)))
                        .toList());
    }
}
