package io.casewire.catalog.search;

import java.io.Serial;

/** The store the log was read into is gone. */
final class StoreDropped extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    StoreDropped() {
        super("The store is gone, or is another one");
    }
}
