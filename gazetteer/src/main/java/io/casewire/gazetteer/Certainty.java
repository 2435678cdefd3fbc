package io.casewire.gazetteer;

/** How sure a row of the reference data is. */
public enum Certainty {
    /** Read in an official text or a copy of it. */
    HIGH,
    /** Several secondary traces agree. */
    MEDIUM,
    /** Widely known, not read again for this data. */
    MEMORY,
    /** Plausible, no source found; show it as such. */
    UNCONFIRMED
}
