package io.casewire.ingest.document;

import io.casewire.identity.Caller;
import io.casewire.identity.Role;
import io.casewire.identity.web.AccessRules;
import io.casewire.ingest.audit.Reasons;
import io.casewire.ingest.pipeline.Workers;
import io.casewire.ingest.review.HeldDocuments;
import io.casewire.ingest.upload.HeldUploads;
import io.casewire.ingest.upload.Upload;
import io.casewire.serving.openapi.Described;
import io.casewire.serving.page.Cursor;
import io.casewire.serving.page.Page;
import io.casewire.serving.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A person publishes or rejects a document that waits for that. */
@RestController
class ReviewController {
    private static final String HELD = "/api/ingest/v1/held";
    private static final int MAX_PAGE = 200;

    private final DocumentLookup lookup;
    private final HeldUploads uploads;
    private final HeldDocuments held;
    private final Workers workers;

    ReviewController(DocumentLookup lookup, HeldUploads uploads, HeldDocuments held, Workers workers) {
        this.lookup = lookup;
        this.uploads = uploads;
        this.held = held;
        this.workers = workers;
    }

    /** Why. */
    record Reason(@Nullable String reason) {}

    /** Documents that wait, newest first. */
    @GetMapping(HELD)
    Page<DocumentView> list(
            @RequestParam(defaultValue = "50") int size, @RequestParam(required = false) @Nullable String cursor) {
        int asked = Page.size(size, MAX_PAGE);
        return Page.of(
                uploads.page(Cursor.read(cursor, DocumentsController::position), asked + 1),
                asked,
                DocumentView::of,
                upload -> upload.receivedAt().toEpochMilli() + ":" + upload.id());
    }

    /** Publishes a document that is held. */
    @PostMapping(DocumentsController.PATH + "/{id}/publish")
    @Described(status = 202)
    ResponseEntity<DocumentView> publish(
            @PathVariable String id, @RequestParam(required = false) @Nullable String reason, Caller caller) {
        String stated = Reasons.optional("Publishing", reason);
        Upload upload = lookup.find(id);
        return answer(upload, held.publish(upload, caller.subject(), stated));
    }

    /** Rejects a document that is held, with a reason. */
    @PostMapping(DocumentsController.PATH + "/{id}/reject")
    @Described(status = 202)
    ResponseEntity<DocumentView> reject(@PathVariable String id, @RequestBody Reason reason, Caller caller) {
        String stated = Reasons.stated("A rejection", reason.reason());
        Upload upload = lookup.find(id);
        return answer(upload, held.reject(upload, caller.subject(), stated));
    }

    private ResponseEntity<DocumentView> answer(Upload upload, boolean decided) {
        if (!decided) {
            throw Problems.refused(
                    HttpStatus.CONFLICT,
                    "document-not-held",
                    upload.id() + " is " + upload.state() + " and waits for nobody.");
        }
        workers.wakeUp();
        return ResponseEntity.accepted().body(DocumentView.of(lookup.find(upload.id())));
    }

    /** Who may decide. */
    @Configuration(proxyBeanMethods = false)
    static class Access {
        @Bean
        AccessRules reviewRules() {
            return requests -> requests.requestMatchers(
                            HttpMethod.POST,
                            DocumentsController.PATH + "/*/publish",
                            DocumentsController.PATH + "/*/reject")
                    .hasAnyRole(Role.PUBLISHER.name(), Role.OPERATOR.name());
        }
    }
}
