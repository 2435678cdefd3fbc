package io.casewire.catalog.lineage;

import io.casewire.contracts.event.LinkEvent;
import io.casewire.contracts.wire.Envelope;

/**
 * A link's next revision and the event that tells it, to be written together.
 *
 * @param seen the revision it follows; 0 for a new link
 */
record LinkChange(StoredLink after, long seen, Envelope<LinkEvent> event) {}
