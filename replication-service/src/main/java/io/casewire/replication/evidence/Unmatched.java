package io.casewire.replication.evidence;

/** Why a fact speaks for no line of the ledger. */
enum Unmatched {
    /** No promoted case has the title of the result it names. */
    NO_CASE,
    /** Several promoted cases have. */
    SEVERAL_CASES,
    /** The gazetteer does not know the region it names. */
    NO_REGION,
    /** The region has no line from that case, or made it. */
    NOT_OBLIGED
}
