package io.casewire.catalog.adoption;

import java.util.Set;

/**
 * This process stored states of obligations of these cases. Told within the process, after the store acknowledged them.
 *
 * @param cases ids of the cases
 */
public record AdoptionsStored(Set<String> cases) {
    public AdoptionsStored {
        cases = Set.copyOf(cases);
    }
}
