package io.casewire.ingest.source;

/** How a source does. */
enum SourceStatus {
    /** Not looked at yet. */
    NEW,
    OK,
    /** The last look failed. */
    FAILING,
    /** It can be looked at, and nothing new comes for longer than it should. */
    SILENT,
    /** An operator stopped it. */
    PAUSED
}
