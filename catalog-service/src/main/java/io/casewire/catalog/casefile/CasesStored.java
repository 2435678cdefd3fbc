package io.casewire.catalog.casefile;

import java.util.Set;

/**
 * This process stored these cases; some of them may have been stored as they are before. Told within the process, after the store acknowledged them.
 *
 * @param ids of the cases
 */
public record CasesStored(Set<String> ids) {
    public CasesStored {
        ids = Set.copyOf(ids);
    }
}
