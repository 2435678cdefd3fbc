package io.casewire.replication.ledger;

import java.util.List;

/** Told within the service, in the thread that wrote: entries as they now are in the store. */
public record Written(List<LedgerHead> heads) {
    public Written {
        heads = List.copyOf(heads);
    }
}
