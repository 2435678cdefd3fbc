/** The inbox: a folder whose files are taken like uploads and moved, with a report, when they are through. */
@NullMarked
package io.casewire.ingest.inbox;

import org.jspecify.annotations.NullMarked;
