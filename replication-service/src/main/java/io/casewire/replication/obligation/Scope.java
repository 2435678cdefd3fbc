package io.casewire.replication.obligation;

import io.casewire.contracts.event.Basis;
import java.util.List;

/**
 * Whom a promotion addresses.
 *
 * @param day whose regions, zones and sets count
 * @param regions in the order of the set or of the document; empty for a case that is promoted to nobody
 * @param sets that regions belong to by the rule that led to them, as of the day
 * @param undecided regions that the other end of the printed month or year would oblige too; a person decides
 * @param unresolved places the document names and the gazetteer does not know, as named
 */
public record Scope(
        Basis.Day day,
        List<RegionInScope> regions,
        List<Basis.Members> sets,
        List<RegionInScope> undecided,
        List<String> unresolved) {
    public Scope {
        regions = List.copyOf(regions);
        sets = List.copyOf(sets);
        undecided = List.copyOf(undecided);
        unresolved = List.copyOf(unresolved);
    }
}
