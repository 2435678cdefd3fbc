package io.casewire.ingest.document;

import io.casewire.identity.Caller;
import io.casewire.ingest.audit.Act;
import io.casewire.ingest.audit.AuditTrail;
import io.casewire.ingest.audit.Reasons;
import io.casewire.ingest.upload.Upload;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An operator removes what will not be published. */
@RestController
class RemovalController {
    private final DocumentLookup lookup;
    private final Removal removal;
    private final AuditTrail audit;

    RemovalController(DocumentLookup lookup, Removal removal, AuditTrail audit) {
        this.lookup = lookup;
        this.removal = removal;
        this.audit = audit;
    }

    /** Removes a document that was refused, failed or is quarantined, with its original. */
    @DeleteMapping(DocumentsController.PATH + "/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id, @RequestParam(required = false) @Nullable String reason, Caller caller) {
        String stated = Reasons.optional("A removal", reason);
        Upload upload = lookup.find(id);
        audit.keeping(DecisionAbout.the(upload, Act.REMOVE, caller, stated), () -> {
            removal.remove(upload);
            return true;
        });
    }
}
