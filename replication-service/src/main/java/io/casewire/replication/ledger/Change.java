package io.casewire.replication.ledger;

import io.casewire.contracts.event.ObligationEvent;
import io.casewire.contracts.wire.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * An entry to be written, if it is still at the revision it was read at, together with the event that says so.
 *
 * @param seen the revision it was read at; 0 for a new one
 * @param event null when the event is on the topic already
 */
public record Change(Entry after, long seen, @Nullable Envelope<? extends ObligationEvent> event) {}
