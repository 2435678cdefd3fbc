package io.casewire.contracts.parsed;

/** The shape of a quantified effect. */
public enum MetricKind {
    /** Both the old and the new value are printed. */
    BEFORE_AFTER,
    /** A change in per cent. */
    RELATIVE_CHANGE,
    /** A change in a unit. */
    ABSOLUTE,
    /** A stock or a count, usually as of a date. */
    TOTAL,
    /** A part of a whole, in per cent. */
    SHARE,
    /** Only the new value is printed. */
    LEVEL
}
