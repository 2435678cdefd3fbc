package io.casewire.ingest.document;

import io.casewire.identity.Caller;
import io.casewire.ingest.pipeline.Workers;
import io.casewire.ingest.source.Source;
import io.casewire.ingest.source.SourceState;
import io.casewire.ingest.source.Sources;
import io.casewire.ingest.source.Sources.Position;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Uploads, the list of documents, and how far each has come. */
@RestController
@RequestMapping(DocumentsController.PATH)
class DocumentsController {
    static final String PATH = "/api/ingest/v1/documents";

    private static final int LARGEST_PAGE = 200;

    private final Intake intake;
    private final DryRun dryRun;
    private final Archive archive;
    private final Sources sources;
    private final Workers workers;

    DocumentsController(Intake intake, DryRun dryRun, Archive archive, Sources sources, Workers workers) {
        this.intake = intake;
        this.dryRun = dryRun;
        this.archive = archive;
        this.sources = sources;
        this.workers = workers;
    }

    /**
     * A page of documents, newest first.
     *
     * @param next cursor of the next page; null on the last
     */
    record Page(List<DocumentView> items, @Nullable String next) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> uploadForm(
            @RequestPart("file") MultipartFile file,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(defaultValue = "false") boolean backfill,
            @RequestParam(name = "dryRun", defaultValue = "false") boolean dry,
            @RequestHeader(name = CorrelationId.HEADER, required = false) @Nullable String correlationId,
            Caller caller)
            throws IOException, InterruptedException {
        String given = name != null ? name : file.getOriginalFilename();
        try (InputStream in = file.getInputStream()) {
            return take(in, sender(given, backfill, correlationId, caller), dry);
        }
    }

    @PostMapping
    ResponseEntity<?> uploadBody(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(defaultValue = "false") boolean backfill,
            @RequestParam(name = "dryRun", defaultValue = "false") boolean dry,
            @RequestHeader(name = CorrelationId.HEADER, required = false) @Nullable String correlationId,
            Caller caller)
            throws IOException, InterruptedException {
        String type = request.getContentType();
        if (type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            // read as parameters before it came here
            throw UploadRefused.unsupported("a form-encoded body; say Content-Type: application/octet-stream");
        }
        return take(request.getInputStream(), sender(name, backfill, correlationId, caller), dry);
    }

    @GetMapping
    Page list(
            @RequestParam(required = false) @Nullable SourceState state,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(required = false) @Nullable String cursor) {
        int wanted = Math.clamp(size, 1, LARGEST_PAGE);
        @Nullable Position after = cursor == null ? null : Cursor.position(cursor);
        List<Source> found = sources.page(after, state, wanted + 1);
        List<Source> items = found.subList(0, Math.min(wanted, found.size()));
        return new Page(
                items.stream().map(DocumentView::of).toList(),
                found.size() > wanted ? Cursor.after(items.getLast()) : null);
    }

    @GetMapping("/{id}")
    DocumentView status(@PathVariable String id) {
        return archive.view(archive.find(id));
    }

    /** Has a rejected or failed file read again, with the parser of today. */
    @PostMapping("/{id}/retry")
    ResponseEntity<DocumentView> retry(@PathVariable String id) {
        Source source = archive.find(id);
        boolean restarted = sources.restart(source.sourceId(), "Read again on request.");
        workers.nudge();
        return ResponseEntity.status(restarted ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .body(archive.view(archive.find(source.id())));
    }

    private ResponseEntity<?> take(InputStream in, Intake.Sender sender, boolean dry)
            throws IOException, InterruptedException {
        if (dry) {
            return ResponseEntity.ok(dryRun.of(in, sender.name()));
        }
        Intake.Receipt receipt = intake.spooling(in, file -> intake.accept(file, sender));
        return ResponseEntity.status(receipt.isNew() ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .location(URI.create(PATH + "/" + receipt.source().id()))
                .header(CorrelationId.HEADER, receipt.source().correlationId())
                .body(DocumentView.of(receipt.source()));
    }

    private static Intake.Sender sender(
            @Nullable String name, boolean backfill, @Nullable String correlationId, Caller caller) {
        return new Intake.Sender(DocumentName.of(name), caller.subject(), CorrelationId.of(correlationId), backfill);
    }
}
