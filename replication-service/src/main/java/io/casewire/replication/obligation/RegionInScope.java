package io.casewire.replication.obligation;

import io.casewire.contracts.event.Basis;
import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.event.ObligationEvent.Role;
import io.casewire.contracts.id.CaseId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A region a promotion addresses.
 *
 * @param code six digits
 * @param provinceCode of the provincial-level division it lies in, its own where it is one
 * @param rule how the scope led to it
 * @param set id of the set it belongs to by that rule; null where it is named itself
 * @param origin what the document calls the maker; empty unless the region made the case
 * @param originCase the linked case whose document says so; null where it is the case's own
 * @param amendment the operator's row by which it is in scope; null where the built-in tables say the same
 */
public record RegionInScope(
        String code,
        String name,
        Level level,
        String provinceCode,
        Role role,
        Basis.Rule rule,
        @Nullable String set,
        List<String> origin,
        @Nullable CaseId originCase,
        Basis.@Nullable Amendment amendment) {
    public RegionInScope {
        origin = List.copyOf(origin);
    }
}
