package io.casewire.catalog.lineage;

import io.casewire.contracts.event.LinkEvent;
import io.casewire.contracts.event.LinkEvent.Link;
import io.casewire.contracts.event.LinkEvent.LinkConfirmed;
import io.casewire.contracts.event.LinkEvent.LinkProposed;
import io.casewire.contracts.event.LinkEvent.LinkRejected;

/** What holds of a link. */
enum LinkState {
    /** Likely, and waiting for a person. */
    PROPOSED,
    /** It holds. */
    CONFIRMED,
    /** It does not. */
    REJECTED;

    static LinkState of(LinkEvent event) {
        return switch (event) {
            case LinkProposed _ -> PROPOSED;
            case LinkConfirmed _ -> CONFIRMED;
            case LinkRejected _ -> REJECTED;
        };
    }

    /** The event that tells it. */
    LinkEvent event(Link link, long revision) {
        return switch (this) {
            case PROPOSED -> new LinkProposed(link, revision);
            case CONFIRMED -> new LinkConfirmed(link, revision);
            case REJECTED -> new LinkRejected(link, revision);
        };
    }
}
