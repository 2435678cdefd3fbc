package io.casewire.notify.delivery;

import java.util.Set;

/** Where nothing can be sent now: left out by the query itself, so that it never stands before what can. */
record Skipped(Set<String> endpoints, Set<Lane> lanes) {
    static final Skipped NOTHING = new Skipped(Set.of(), Set.of());

    Skipped {
        endpoints = Set.copyOf(endpoints);
        lanes = Set.copyOf(lanes);
    }
}
