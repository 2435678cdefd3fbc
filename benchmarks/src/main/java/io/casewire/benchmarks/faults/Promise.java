package io.casewire.benchmarks.faults;

/** What a run is held to beside that nothing is lost and nothing appears that was never sent. */
enum Promise {
    /** Every event is observed: a log. */
    EVERY,
    /** Of every key the highest revision is observed in the end: a store. */
    HIGHEST,
    /** No event is observed twice. */
    ONCE,
    /** After a revision of a key no lower one of it is observed. */
    FORWARD
}
