package io.casewire.catalog.record;

import java.util.Set;

/**
 * This process stored these records; some of them may have been stored as they are before. Told within the process, after the store
 * acknowledged them.
 *
 * @param ids of the records
 */
public record RecordsStored(Set<String> ids) {
    public RecordsStored {
        ids = Set.copyOf(ids);
    }
}
