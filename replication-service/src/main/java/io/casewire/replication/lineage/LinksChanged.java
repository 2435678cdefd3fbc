package io.casewire.replication.lineage;

import io.casewire.contracts.id.CaseId;
import java.util.Set;

/**
 * Links came, went or were decided; passed on within this service, on the thread that stored them.
 *
 * @param cases all that tell of the same innovations as their ends do now, the ends among them
 */
public record LinksChanged(Set<CaseId> cases) {
    public LinksChanged {
        cases = Set.copyOf(cases);
    }
}
