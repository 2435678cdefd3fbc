package io.casewire.replication.ledger;

import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.identity.Caller;
import io.casewire.replication.http.Cursor;
import io.casewire.replication.http.Page;
import io.casewire.replication.http.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Obligations over HTTP. */
@RestController
@RequestMapping("/api/replication/v1/obligations")
final class ObligationController {
    private static final int LONGEST_KEY = 200;

    private final Entries entries;
    private final Ledger ledger;

    ObligationController(Entries entries, Ledger ledger) {
        this.entries = entries;
        this.ledger = ledger;
    }

    @GetMapping
    Page<LedgerLine> list(
            @RequestParam(name = "case", required = false) @Nullable String caseId,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(defaultValue = "false") boolean lapsed,
            @RequestParam(defaultValue = "100") int size,
            @RequestParam(required = false) @Nullable String cursor) {
        EntryFilter filter = new EntryFilter(
                Problems.parameter("case id", caseId, CaseId::new),
                region,
                Problems.parameter("status", status, Problems.constant(Status.class)),
                lapsed);
        int asked = Page.size(size);
        return Page.of(
                entries.page(filter, Cursor.read(cursor, ObligationId::new), asked + 1),
                asked,
                LedgerLine::brief,
                entry -> entry.id().value());
    }

    @GetMapping("/{id}")
    ResponseEntity<LedgerLine> one(@PathVariable String id) {
        return entries.find(id(id))
                .map(ObligationController::ok)
                .orElseThrow(() -> Problems.notFound("obligation", id));
    }

    /** Takes a step. {@code If-Match} with the ETag read before makes sure nobody was quicker. */
    @PostMapping("/{id}/transitions")
    ResponseEntity<?> move(
            @PathVariable String id,
            @RequestBody TransitionRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw Problems.badRequest("An Idempotency-Key has 1 to " + LONGEST_KEY + " characters.");
        }
        return switch (ledger.take(id(id), caller, request.report(), revision(ifMatch), key)) {
            case Ledger.Answer.Taken(Entry entry) -> ok(entry);
            case Ledger.Answer.Unknown _ -> throw Problems.notFound("obligation", id);
            case Ledger.Answer.Refused(Entry entry, Rule rule) -> refusal(entry, rule);
        };
    }

    private static ResponseEntity<LedgerLine> ok(Entry entry) {
        return ResponseEntity.ok().eTag(etag(entry)).body(LedgerLine.whole(entry));
    }

    private static ResponseEntity<ProblemDetail> refusal(Entry entry, Rule rule) {
        ProblemDetail problem = Problems.problem(rule.status(), rule.slug(), rule.sentence());
        problem.setProperty("rule", rule.slug());
        problem.setProperty("currentStatus", entry.obligation().status());
        problem.setProperty("currentRevision", entry.revision());
        return ResponseEntity.status(rule.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .eTag(etag(entry))
                .body(problem);
    }

    private static String etag(Entry entry) {
        return '"' + Long.toString(entry.revision()) + '"';
    }

    private static ObligationId id(String id) {
        try {
            return new ObligationId(id);
        } catch (IllegalArgumentException e) {
            throw Problems.notFound("obligation", id);
        }
    }

    /** The revision in an If-Match header; null for none or {@code *}. A gateway that compresses may have made it weak. */
    private static @Nullable Long revision(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        String tag = ifMatch.strip();
        String opaque = tag.startsWith("W/") ? tag.substring(2) : tag;
        try {
            return Long.valueOf(opaque.replace("\"", ""));
        } catch (NumberFormatException e) {
            throw Problems.badRequest("If-Match takes one ETag as this service gives it, for example \"3\".");
        }
    }
}
