package io.casewire.contracts.parsed;

/** How bad what was noticed is. */
public enum Severity {
    INFO,
    /** Something may be missing or wrong. */
    WARNING,
    /** The document, or a part of it, could not be read. */
    ERROR
}
