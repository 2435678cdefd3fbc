package io.casewire.contracts.parsed;

/** What the document claims of being first (首创性). */
public enum Originality {
    /** First in the country (全国首创). */
    NATIONAL_FIRST,
    /** First in the province (全省首创). */
    PROVINCIAL_FIRST
}
