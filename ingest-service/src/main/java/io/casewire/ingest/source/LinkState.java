package io.casewire.ingest.source;

/** How far a link has come. */
enum LinkState {
    /** There before the source was watched; not fetched. */
    SKIPPED,
    /** To be fetched, perhaps again. */
    PENDING,
    /** Its file is an upload; it is asked for changes from time to time. */
    TAKEN,
    /** Its file is none that is read, or not allowed. */
    REFUSED,
    /** It could not be fetched, and is not tried any more. */
    FAILED
}
