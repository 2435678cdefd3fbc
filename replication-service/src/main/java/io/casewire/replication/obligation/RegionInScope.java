package io.casewire.replication.obligation;

import io.casewire.contracts.event.ObligationEvent.Role;

/**
 * A region a promotion addresses.
 *
 * @param code six digits
 */
public record RegionInScope(String code, String name, Role role) {}
