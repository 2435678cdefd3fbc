/** Turns the records of a document into events: revisions, accounting, withdrawal, and what a crash in between leaves to do. */
@NullMarked
package io.casewire.ingest.publish;

import org.jspecify.annotations.NullMarked;
