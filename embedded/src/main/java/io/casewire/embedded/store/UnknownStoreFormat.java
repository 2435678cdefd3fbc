package io.casewire.embedded.store;

import java.io.Serial;

/** The store's file was written by a later version: start that one, or restore a backup with this one. */
public final class UnknownStoreFormat extends IllegalStateException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnknownStoreFormat(int found, int known) {
        super(
                "The store is of format %d, this version knows formats up to %d: start the version that wrote it, or restore a backup into a new folder"
                        .formatted(found, known));
    }
}
