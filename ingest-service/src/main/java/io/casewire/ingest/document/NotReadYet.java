package io.casewire.ingest.document;

import io.casewire.ingest.source.Source;
import java.io.Serial;

/** The file has not come that far. */
final class NotReadYet extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    NotReadYet(Source source) {
        super(source.id() + " is " + source.state() + ", so this is not there");
    }
}
