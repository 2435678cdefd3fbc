package io.casewire.replication.attachment;

import io.casewire.identity.Caller;
import io.casewire.replication.ledger.Answers;
import io.casewire.replication.ledger.AttachedFile;
import io.casewire.replication.ledger.Attaching;
import io.casewire.replication.ledger.Entries;
import io.casewire.replication.ledger.Entry;
import io.casewire.replication.ledger.IfMatch;
import io.casewire.replication.ledger.Ledger;
import io.casewire.replication.ledger.LedgerLine;
import io.casewire.replication.request.Texts;
import io.casewire.serving.openapi.Described;
import io.casewire.serving.problem.Problems;
import io.casewire.serving.problem.Unknown;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Files of obligations over HTTP: each the body of a request, or the part {@code file} of a form. */
@RestController
@RequestMapping("/api/replication/v1/obligations/{id}/attachments")
final class AttachmentController {
    private static final String PART = "file";
    private static final String TITLE = "title";
    private static final int MAX_TITLE = 200;

    private final Entries entries;
    private final Attaching attaching;
    private final Inspection inspection;
    private final Downloads downloads;
    private final StoredFiles files;
    private final Answers answers;
    private final Purges purges;
    private final AttachmentSettings settings;

    AttachmentController(
            Entries entries,
            Attaching attaching,
            Inspection inspection,
            Downloads downloads,
            StoredFiles files,
            Answers answers,
            Purges purges,
            AttachmentSettings settings) {
        this.entries = entries;
        this.attaching = attaching;
        this.inspection = inspection;
        this.downloads = downloads;
        this.files = files;
        this.answers = answers;
        this.purges = purges;
        this.settings = settings;
    }

    /** The files of a line, those that were taken away too, without their bytes. */
    @GetMapping
    ResponseEntity<AttachmentList> list(@PathVariable String id, Optional<Caller> caller) {
        return downloads.list(id, caller);
    }

    /** A file as it was sent, to be saved. */
    @GetMapping("/{sha256}")
    @Described(answers = MediaType.ALL_VALUE, problems = 410)
    ResponseEntity<Resource> one(@PathVariable String id, @PathVariable String sha256, Optional<Caller> caller) {
        return downloads.one(id, sha256, caller);
    }

    /** Attaches the file of a form to a line. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Described(
            status = {200, 201},
            body = LedgerLine.class,
            problems = 507)
    ResponseEntity<?> form(
            @PathVariable String id,
            @RequestPart(PART) MultipartFile file,
            MultipartHttpServletRequest form,
            @RequestParam(required = false) @Nullable String title,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller)
            throws IOException {
        requireNothingElse(form);
        try (InputStream in = file.getInputStream()) {
            return take(id, in, new Said(file.getOriginalFilename(), title), new Guard(ifMatch, key), caller);
        }
    }

    /** The file as it is, its name in {@code Content-Disposition} or in the query. */
    @PostMapping
    @Described(
            status = {200, 201},
            body = LedgerLine.class,
            takes = MediaType.APPLICATION_OCTET_STREAM_VALUE,
            problems = 507)
    ResponseEntity<?> body(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String filename,
            @RequestParam(required = false) @Nullable String title,
            @RequestHeader(name = HttpHeaders.CONTENT_DISPOSITION, required = false) @Nullable String disposition,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request,
            Caller caller)
            throws IOException {
        Said said = new Said(filename == null ? FileName.in(disposition) : filename, title);
        return take(id, request.getInputStream(), said, new Guard(ifMatch, key), caller);
    }

    /** Takes a file away for a reason; the history keeps it, and who reviews may still read it. */
    @DeleteMapping("/{sha256}")
    @Described(body = LedgerLine.class)
    ResponseEntity<?> remove(
            @PathVariable String id,
            @PathVariable String sha256,
            @RequestParam(required = false) @Nullable String reason,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        return answers.of(
                attaching.remove(
                        Answers.id(id),
                        caller,
                        sha256,
                        Texts.reason(reason, "A file is taken away for a reason."),
                        IfMatch.revision(ifMatch),
                        Answers.key(key)),
                id);
    }

    @ExceptionHandler
    ProblemDetail onTooLarge(MaxUploadSizeExceededException e) {
        return Refused.tooLarge(settings.maxSize().toBytes()).getBody();
    }

    /** What is said of a file beside its bytes, as it came. */
    private record Said(@Nullable String filename, @Nullable String title) {}

    /** What makes a request happen once and upon what was seen, as it came. */
    private record Guard(@Nullable String ifMatch, @Nullable String key) {}

    private ResponseEntity<?> take(String id, InputStream in, Said said, Guard guard, Caller caller)
            throws IOException {
        String name = FileName.of(said.filename());
        String title = Texts.visible(TITLE, said.title(), MAX_TITLE);
        Long expected = IfMatch.revision(guard.ifMatch());
        String key = Answers.key(guard.key());
        requireReporter(id, caller);
        try (Incoming file = Incoming.of(in, settings.maxSize().toBytes())) {
            purges.find(file.sha256()).ifPresent(purge -> {
                throw Refused.purged(HttpStatus.CONFLICT, name, purge);
            });
            FileKind kind = inspection.kind(name, file.path());
            AttachedFile attached = new AttachedFile(file.sha256(), name, title, kind.type(), file.size());
            return answers.of(
                    attaching.add(
                            Answers.id(id), caller, attached, settings.limits(), expected, key, () -> keep(file, name)),
                    id);
        }
    }

    private void keep(Incoming file, String name) {
        try {
            if (!files.keep(file)) {
                throw Refused.purged(
                        HttpStatus.CONFLICT, name, files.purge(file.sha256()).orElseThrow());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A file that came in cannot be read again", e);
        }
    }

    /** Before anything is taken in. */
    private void requireReporter(String id, Caller caller) {
        Entry entry = entries.find(Answers.id(id)).orElseThrow(() -> Problems.notFound("obligation", id));
        Ledger.forbidsReport(entry, caller).ifPresent(rule -> {
            throw Problems.refused(rule.status(), rule.slug(), rule.sentence());
        });
    }

    private static void requireNothingElse(MultipartHttpServletRequest form) {
        Set<String> others = new TreeSet<>(form.getMultiFileMap().keySet());
        others.addAll(form.getParameterMap().keySet());
        others.remove(PART);
        others.remove(TITLE);
        if (!others.isEmpty()) {
            throw Unknown.parameter(others.iterator().next(), List.of(PART, TITLE));
        }
        if (form.getMultiFileMap().getOrDefault(PART, List.of()).size() > 1) {
            throw Problems.badRequest("The form has one part '" + PART + "' with one file.");
        }
    }
}
