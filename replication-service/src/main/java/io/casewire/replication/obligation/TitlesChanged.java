package io.casewire.replication.obligation;

import java.util.Set;

/**
 * Cases came, went or were renamed; passed on within this service, on the thread that stored them.
 *
 * @param titleKeys the keys of their titles before and after
 */
public record TitlesChanged(Set<String> titleKeys) {
    public TitlesChanged {
        titleKeys = Set.copyOf(titleKeys);
    }
}
