package io.casewire.catalog.search;

import java.io.Serial;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The index is being opened or built; ask again in a moment. */
@ResponseStatus(code = HttpStatus.SERVICE_UNAVAILABLE, reason = "The search index is being built")
final class IndexNotReady extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    IndexNotReady() {
        super("The search index is being built");
    }
}
