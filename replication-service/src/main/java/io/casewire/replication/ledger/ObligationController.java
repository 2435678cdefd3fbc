package io.casewire.replication.ledger;

import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.id.ObligationId;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.identity.Caller;
import io.casewire.replication.request.Choices;
import io.casewire.serving.page.Cursor;
import io.casewire.serving.page.Page;
import io.casewire.serving.problem.InvalidParameter;
import io.casewire.serving.problem.Problems;
import io.casewire.serving.problem.Unknown;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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
    private static final int MAX_SIZE = 500;

    private final Entries entries;
    private final Ledger ledger;
    private final Parts parts;
    private final Gazetteer gazetteer;
    private final Disclosure disclosure;

    ObligationController(Entries entries, Ledger ledger, Parts parts, Gazetteer gazetteer) {
        this.entries = entries;
        this.ledger = ledger;
        this.parts = parts;
        this.gazetteer = gazetteer;
        this.disclosure = new Disclosure(gazetteer);
    }

    @GetMapping
    Page<LedgerLine> list(
            @RequestParam(name = "case", required = false) @Nullable String caseId,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String province,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(defaultValue = "false") boolean lapsed,
            @RequestParam(defaultValue = "100") int size,
            @RequestParam(required = false) @Nullable String cursor) {
        EntryFilter filter = new EntryFilter(
                InvalidParameter.read("case", caseId, CaseId::new),
                Choices.region(region, gazetteer),
                Choices.level(level),
                Choices.region(province, gazetteer),
                Unknown.constant("status", status, Status.class),
                lapsed);
        int asked = Page.size(size, MAX_SIZE);
        return Page.of(
                entries.page(filter, Cursor.read(cursor, ObligationId::new), asked + 1),
                asked,
                LedgerLine::brief,
                entry -> entry.id().value());
    }

    /** What the region reported only to those who may know it. */
    @GetMapping("/{id}")
    ResponseEntity<LedgerLine> one(@PathVariable String id, Optional<Caller> caller) {
        return entries.find(Answers.id(id))
                .map(entry -> Answers.read(
                        entry, disclosure.to(caller, entry.obligation().regionCode()), parts.of(entry.id())))
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
        return Answers.of(
                ledger.take(Answers.id(id), caller, request.report(), Answers.revision(ifMatch), Answers.key(key)), id);
    }
}
