package io.casewire.replication.statistics;

import io.casewire.contracts.parsed.Domain;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.Region;
import io.casewire.replication.ledger.Counts;
import io.casewire.replication.ledger.Counts.Count;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Adoption rates over everything that is promoted.
 *
 * @param overall each obligation once
 * @param byRegion in the order of codes; regions nothing is asked of are absent
 * @param byDomain in the order of slugs; an obligation counts in each domain of its case, so these add up to more
 */
record Statistics(AdoptionRate overall, List<OfRegion> byRegion, List<OfDomain> byDomain) {

    record OfRegion(String code, String name, AdoptionRate rate) {}

    /** @param name for Chinese readers */
    record OfDomain(String domain, String name, AdoptionRate rate) {}

    static Statistics of(Counts counts, Gazetteer gazetteer) {
        List<Count> ofRegions = counts.byRegion(null);
        return new Statistics(
                rate(ofRegions),
                rates(ofRegions).entrySet().stream()
                        .map(group -> new OfRegion(
                                group.getKey(),
                                gazetteer
                                        .region(group.getKey())
                                        .map(Region::name)
                                        .orElse(group.getKey()),
                                group.getValue().rate()))
                        .toList(),
                rates(counts.byDomain()).entrySet().stream()
                        .map(group -> new OfDomain(
                                group.getKey(),
                                Domain.ofSlug(group.getKey())
                                        .orElse(Domain.OTHER)
                                        .chineseName(),
                                group.getValue().rate()))
                        .toList());
    }

    static AdoptionRate rate(List<Count> counts) {
        Tally tally = new Tally();
        counts.forEach(count -> tally.add(count.status(), count.outcome(), count.number()));
        return tally.rate();
    }

    private static Map<String, Tally> rates(List<Count> counts) {
        Map<String, Tally> groups = new TreeMap<>();
        counts.forEach(count -> groups.computeIfAbsent(count.group(), any -> new Tally())
                .add(count.status(), count.outcome(), count.number()));
        return groups;
    }
}
