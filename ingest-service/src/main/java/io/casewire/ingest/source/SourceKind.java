package io.casewire.ingest.source;

/** What a watched page is. */
enum SourceKind {
    /** A web page with links to documents. */
    LIST_PAGE,
    /** Atom or RSS. */
    FEED
}
