package io.casewire.embedded.store;

/** How the entries of an index are walked. */
enum Direction {
    FORWARD,
    /** Values and, among equal values, ids from the last to the first. */
    BACKWARD,
    /** Values from the last to the first, but ids among equal values from the first to the last, as a stable sort leaves them. */
    BACKWARD_BY_VALUE;

    boolean isBackward() {
        return this != FORWARD;
    }
}
