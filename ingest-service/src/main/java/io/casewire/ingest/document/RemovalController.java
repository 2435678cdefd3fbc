package io.casewire.ingest.document;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An operator removes what will not be published. */
@RestController
class RemovalController {
    private final DocumentLookup lookup;
    private final Removal removal;

    RemovalController(DocumentLookup lookup, Removal removal) {
        this.lookup = lookup;
        this.removal = removal;
    }

    @DeleteMapping(DocumentsController.PATH + "/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id) {
        removal.remove(lookup.find(id));
    }
}
