package io.casewire.contracts.parsed;

/** Where a quantity went. */
public enum Direction {
    UP,
    DOWN
}
