package io.casewire.catalog.export;

import io.casewire.catalog.casefile.StoredCase;
import java.io.IOException;

/**
 * Writes cases to a file one after another and keeps none of them. What breaks off is left without its end, so that nobody takes
 * it for whole.
 */
interface CaseWriter {
    void write(StoredCase stored) throws IOException;

    /** Writes the end. */
    void finish() throws IOException;
}
