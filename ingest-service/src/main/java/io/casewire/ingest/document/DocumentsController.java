package io.casewire.ingest.document;

import io.casewire.identity.Caller;
import io.casewire.ingest.audit.Act;
import io.casewire.ingest.audit.AuditTrail;
import io.casewire.ingest.audit.Reasons;
import io.casewire.ingest.upload.Upload;
import io.casewire.ingest.upload.UploadState;
import io.casewire.ingest.upload.Uploads;
import io.casewire.ingest.upload.Uploads.Position;
import io.casewire.serving.openapi.Described;
import io.casewire.serving.page.Cursor;
import io.casewire.serving.page.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Uploads, the list of documents, and how far each has come. */
@RestController
@RequestMapping(DocumentsController.PATH)
class DocumentsController {
    static final String PATH = "/api/ingest/v1/documents";

    private static final Logger LOG = LoggerFactory.getLogger(DocumentsController.class);
    private static final int MAX_PAGE = 200;

    private final UploadReceiver receiver;
    private final DryRun dryRun;
    private final DocumentLookup lookup;
    private final Uploads uploads;
    private final AuditTrail audit;
    private final Path spool;
    private final long maxSize;

    DocumentsController(
            UploadReceiver receiver,
            DryRun dryRun,
            DocumentLookup lookup,
            Uploads uploads,
            AuditTrail audit,
            UploadSettings settings) {
        this.audit = audit;
        this.receiver = receiver;
        this.dryRun = dryRun;
        this.lookup = lookup;
        this.uploads = uploads;
        this.spool = settings.spool();
        this.maxSize = settings.maxSize().toBytes();
    }

    /** Takes the files of a form, each as a document of its own; what is known already is not taken twice. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Described(
            status = {200, 202, 207},
            body = {DocumentView.class, DryRun.Shown.class, UploadForm.Items.class},
            problems = 507)
    ResponseEntity<?> uploadForm(
            @RequestPart(UploadForm.PART) List<MultipartFile> files,
            MultipartHttpServletRequest form,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(defaultValue = "false") boolean backfill,
            @RequestParam(defaultValue = "false") boolean hold,
            @RequestParam(name = "dryRun", defaultValue = "false") boolean dry,
            @RequestHeader(name = CorrelationId.HEADER, required = false) @Nullable String correlationId,
            Caller caller)
            throws IOException, InterruptedException {
        UploadForm.requireOnlyKnownParts(form);
        if (files.size() == 1) {
            MultipartFile file = files.getFirst();
            String given = name != null ? name : file.getOriginalFilename();
            try (InputStream in = file.getInputStream()) {
                return take(in, sender(given, backfill, correlationId, caller, hold), dry);
            }
        }
        if (name != null || dry) {
            throw UploadRefused.badRequest(
                    "form-of-several",
                    "That is for one document",
                    "No document was taken. With several documents in a form neither name nor dryRun can be given.");
        }
        List<UploadForm.Item> items = new ArrayList<>();
        for (MultipartFile file : files) {
            items.add(takeOneOf(file, sender(file.getOriginalFilename(), backfill, correlationId, caller, hold)));
        }
        return UploadForm.answer(items);
    }

    private UploadForm.Item takeOneOf(MultipartFile file, UploadReceiver.Sender sender) throws IOException {
        try (InputStream in = file.getInputStream()) {
            UploadReceiver.Receipt receipt = receiver.spooling(in, spooled -> receiver.accept(spooled, sender));
            return UploadForm.Item.taken(sender.name(), status(receipt), DocumentView.of(receipt.upload()));
        } catch (UploadRefused e) {
            return UploadForm.Item.refused(sender.name(), e);
        } catch (DataAccessException e) {
            LOG.warn("{} could not be taken", sender.name(), e);
            return UploadForm.Item.refused(
                    sender.name(),
                    UploadRefused.busy("The store does not take it at this moment.", UploadRefused.RETRY_WHEN_FULL));
        }
    }

    /** The form's parts are kept while they come in, before anybody else can look. */
    @ExceptionHandler
    ResponseEntity<?> onUnreadableForm(MultipartException e) throws IOException {
        UploadRefused refused;
        if (e instanceof MaxUploadSizeExceededException) {
            refused = UploadRefused.tooLarge(maxSize);
            return ResponseEntity.status(refused.getStatusCode()).body(refused.getBody());
        }
        try {
            SpooledFile.requireRoom(spool);
            refused = UploadRefused.badRequest(
                    "form-malformed", "The form cannot be read", "Its parts do not follow multipart/form-data.");
        } catch (UploadRefused full) {
            refused = full;
        }
        LOG.info("A form could not be read: {}", e.toString());
        return ResponseEntity.status(refused.getStatusCode())
                .headers(refused.getHeaders())
                .body(refused.getBody());
    }

    /** Takes the body as a document; what is known already is not taken twice. */
    @PostMapping
    @Described(
            status = {200, 202},
            body = {DocumentView.class, DryRun.Shown.class},
            takes = MediaType.APPLICATION_OCTET_STREAM_VALUE,
            problems = 507)
    ResponseEntity<?> uploadBody(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(defaultValue = "false") boolean backfill,
            @RequestParam(defaultValue = "false") boolean hold,
            @RequestParam(name = "dryRun", defaultValue = "false") boolean dry,
            @RequestHeader(name = CorrelationId.HEADER, required = false) @Nullable String correlationId,
            Caller caller)
            throws IOException, InterruptedException {
        String type = request.getContentType();
        if (type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            // read as parameters before it came here
            throw UploadRefused.unsupported("a form-encoded body; say Content-Type: application/octet-stream");
        }
        return take(request.getInputStream(), sender(name, backfill, correlationId, caller, hold), dry);
    }

    /** A page of documents, newest first. */
    @GetMapping
    Page<DocumentView> list(
            @RequestParam(required = false) @Nullable UploadState state,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(required = false) @Nullable String cursor) {
        int asked = Page.size(size, MAX_PAGE);
        return Page.of(
                uploads.page(Cursor.read(cursor, DocumentsController::position), state, asked + 1),
                asked,
                DocumentView::of,
                upload -> upload.receivedAt().toEpochMilli() + ":" + upload.id());
    }

    /** A document, how far it has come and what was found in it. */
    @GetMapping("/{id}")
    DocumentView status(@PathVariable String id) {
        return lookup.view(lookup.find(id));
    }

    /** Has a rejected or failed file read again, with the parser of today. */
    @PostMapping("/{id}/retry")
    @Described(status = {200, 202})
    ResponseEntity<DocumentView> retry(
            @PathVariable String id, @RequestParam(required = false) @Nullable String reason, Caller caller) {
        String stated = Reasons.optional("A retry", reason);
        Upload upload = lookup.find(id);
        boolean restarted = audit.keeping(
                DecisionAbout.the(upload, Act.RETRY, caller, stated),
                () -> receiver.retry(upload, "Parsed again on request."));
        return ResponseEntity.status(restarted ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .body(lookup.view(lookup.find(upload.id())));
    }

    static Position position(String key) {
        int end = key.indexOf(':');
        if (end < 0) {
            throw new IllegalArgumentException("no place");
        }
        return new Position(Instant.ofEpochMilli(Long.parseLong(key.substring(0, end))), key.substring(end + 1));
    }

    private ResponseEntity<?> take(InputStream in, UploadReceiver.Sender sender, boolean dry)
            throws IOException, InterruptedException {
        if (dry) {
            return ResponseEntity.ok(dryRun.of(in, sender.name()));
        }
        UploadReceiver.Receipt receipt = receiver.spooling(in, file -> receiver.accept(file, sender));
        return ResponseEntity.status(status(receipt))
                .location(URI.create(PATH + "/" + receipt.upload().id()))
                .header(CorrelationId.HEADER, receipt.upload().correlationId())
                .body(DocumentView.of(receipt.upload()));
    }

    private static HttpStatus status(UploadReceiver.Receipt receipt) {
        return receipt.isNew() ? HttpStatus.ACCEPTED : HttpStatus.OK;
    }

    private static UploadReceiver.Sender sender(
            @Nullable String name, boolean backfill, @Nullable String correlationId, Caller caller, boolean hold) {
        return new UploadReceiver.Sender(
                DocumentName.of(name), caller.subject(), CorrelationId.of(correlationId), backfill, hold);
    }
}
