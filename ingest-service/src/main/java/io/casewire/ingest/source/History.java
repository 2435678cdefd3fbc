package io.casewire.ingest.source;

/** What becomes of the links that are there when a source is looked at for the first time. */
enum History {
    /** They are noted and never fetched: only what comes later is new. */
    SKIP,
    /** They are fetched like those that come later. */
    TAKE
}
