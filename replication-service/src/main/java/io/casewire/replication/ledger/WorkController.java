package io.casewire.replication.ledger;

import io.casewire.identity.Caller;
import io.casewire.serving.openapi.Described;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a region says of its own work on an obligation, and news that moves nothing, over HTTP. */
@RestController
@RequestMapping("/api/replication/v1/obligations/{id}")
final class WorkController {
    private final Ledger ledger;
    private final Answers answers;

    WorkController(Ledger ledger, Answers answers) {
        this.ledger = ledger;
        this.answers = answers;
    }

    /** Changes what a region says of its own work on a line; what is absent stays, null clears. */
    @PatchMapping("/work")
    @Described(body = LedgerLine.class)
    ResponseEntity<?> work(
            @PathVariable String id,
            @RequestBody WorkRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        return answers.of(
                ledger.work(Answers.id(id), caller, request.change(), IfMatch.revision(ifMatch), Answers.key(key)), id);
    }

    /** Adds news to a line that moves nothing. */
    @PostMapping("/notes")
    @Described(body = LedgerLine.class)
    ResponseEntity<?> note(
            @PathVariable String id,
            @RequestBody NoteRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        return answers.of(
                ledger.note(Answers.id(id), caller, request.read(), IfMatch.revision(ifMatch), Answers.key(key)), id);
    }
}
