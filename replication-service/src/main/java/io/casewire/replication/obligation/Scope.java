package io.casewire.replication.obligation;

import java.time.LocalDate;
import java.util.List;

/**
 * Whom a promotion addresses.
 *
 * @param asOf the day whose regions, zones and sets count
 * @param regions in the order of the set or of the document; empty for a case that is promoted to nobody
 * @param unresolved places the document names and the gazetteer does not know, as named
 */
record Scope(LocalDate asOf, List<RegionInScope> regions, List<String> unresolved) {
    Scope {
        regions = List.copyOf(regions);
        unresolved = List.copyOf(unresolved);
    }
}
