package io.casewire.replication.statistics;

import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.parsed.Domain;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.gazetteer.Place;
import io.casewire.replication.ledger.Counts;
import io.casewire.replication.ledger.Counts.Count;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Adoption rates over everything that is promoted; none counts regions of different levels together.
 *
 * @param overall of the level asked for, each obligation once
 * @param byLevel of each level there is, the highest first
 * @param byRegion of every level, in the order of codes; regions nothing is asked of are absent
 * @param byDomain of the level asked for, in the order of slugs; an obligation counts in each domain of its case, so these add up to more
 */
record Statistics(AdoptionRate overall, List<AdoptionRate> byLevel, List<OfRegion> byRegion, List<OfDomain> byDomain) {

    record OfRegion(String code, String name, AdoptionRate rate) {}

    /** @param name for Chinese readers */
    record OfDomain(String domain, String name, AdoptionRate rate) {}

    static Statistics of(Counts counts, Gazetteer gazetteer, Level level) {
        List<Count> ofRegions = counts.byRegion(null);
        List<AdoptionRate> byLevel = byLevel(ofRegions);
        return new Statistics(
                byLevel.stream()
                        .filter(rate -> rate.level() == level)
                        .findFirst()
                        .orElseGet(() -> new Tally().rate().at(level)),
                byLevel,
                rates(ofRegions).entrySet().stream()
                        .map(group -> new OfRegion(
                                group.getKey(),
                                gazetteer.place(group.getKey()).map(Place::name).orElse(group.getKey()),
                                at(group.getValue().rates())))
                        .toList(),
                rates(counts.byDomain().stream()
                                .filter(count -> levelOf(count) == level)
                                .toList())
                        .entrySet()
                        .stream()
                        .map(group -> new OfDomain(
                                group.getKey(),
                                Domain.ofSlug(group.getKey())
                                        .orElse(Domain.OTHER)
                                        .chineseName(),
                                at(group.getValue().rates())))
                        .toList());
    }

    static AdoptionRate rate(List<Count> counts) {
        Tally tally = new Tally();
        counts.forEach(count -> tally.add(count.status(), count.outcome(), count.number()));
        return tally.rate();
    }

    /** Of each level there is, the highest first. */
    private static List<AdoptionRate> byLevel(List<Count> counts) {
        Tally.ByLevel tally = new Tally.ByLevel();
        counts.forEach(count -> tally.add(count.level(), count.status(), count.outcome(), count.number()));
        return tally.rates();
    }

    private static Map<String, Tally.ByLevel> rates(List<Count> counts) {
        Map<String, Tally.ByLevel> groups = new TreeMap<>();
        counts.forEach(count -> groups.computeIfAbsent(count.group(), any -> new Tally.ByLevel())
                .add(count.level(), count.status(), count.outcome(), count.number()));
        return groups;
    }

    /** A region has one level, and a domain is asked for at one. */
    private static AdoptionRate at(List<AdoptionRate> ofOneLevel) {
        return ofOneLevel.getFirst();
    }

    private static Level levelOf(Count count) {
        return count.level() == null ? Level.PROVINCE : count.level();
    }
}
