package io.casewire.catalog.casefile;

import java.util.Set;

/**
 * This process stored newer states of these cases. Told within the process, after the store acknowledged them.
 *
 * @param ids of the cases
 */
public record CasesStored(Set<String> ids) {
    public CasesStored {
        ids = Set.copyOf(ids);
    }
}
