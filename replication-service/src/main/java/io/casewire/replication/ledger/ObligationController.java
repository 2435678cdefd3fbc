package io.casewire.replication.ledger;

import io.casewire.gazetteer.Gazetteer;
import io.casewire.identity.Caller;
import io.casewire.serving.openapi.Described;
import io.casewire.serving.page.Cursor;
import io.casewire.serving.page.Page;
import io.casewire.serving.problem.Problems;
import io.casewire.serving.problem.Unknown;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
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
    // 'due' beside them is for many
    private static final String ID = "/{id:(?!(?:due|transitions)$).*}";

    private static final int MAX_SIZE = 500;

    private final Entries entries;
    private final Ledger ledger;
    private final Parts parts;
    private final Gazetteer gazetteer;
    private final Deadlines deadlines;
    private final Disclosure disclosure;
    private final Answers answers;

    ObligationController(
            Entries entries, Ledger ledger, Parts parts, Gazetteer gazetteer, Deadlines deadlines, Answers answers) {
        this.entries = entries;
        this.ledger = ledger;
        this.parts = parts;
        this.deadlines = deadlines;
        this.gazetteer = gazetteer;
        this.disclosure = new Disclosure(gazetteer);
        this.answers = answers;
    }

    /**
     * Lines of the ledger that fit, without what regions reported.
     *
     * @param counted whether rates count the line: it holds, is to be adopted and is no part of another
     * @param evidenced whether only a document says that it was adopted, as counts have it
     */
    @GetMapping
    Page<LedgerLine> list(
            @ModelAttribute AskedLines asked,
            @RequestParam(name = "case", required = false) @Nullable String caseId,
            @RequestParam(name = "due_before", required = false) @Nullable String dueBefore,
            @RequestParam(name = "due_after", required = false) @Nullable String dueAfter,
            @RequestParam(required = false) @Nullable Boolean overdue,
            @RequestParam(defaultValue = "false") boolean lapsed,
            @RequestParam(required = false) @Nullable Boolean counted,
            @RequestParam(required = false) @Nullable Boolean evidenced,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "100") int size,
            @RequestParam(required = false) @Nullable String cursor,
            Optional<Caller> caller) {
        LocalDate today = deadlines.today();
        EntryFilter filter = asked.filter(
                new AskedLines.Beside(caseId, dueBefore, dueAfter, overdue, lapsed, counted, evidenced),
                gazetteer,
                today);
        return page(filter, order(sort), asked.day(today), new Section(size, cursor), caller);
    }

    /** Which part of a list. */
    private record Section(int size, @Nullable String cursor) {}

    private Page<LedgerLine> page(
            EntryFilter filter, LineOrder order, LocalDate day, Section section, Optional<Caller> caller) {
        int asked = Page.size(section.size(), MAX_SIZE);
        return Page.of(
                entries.page(filter, order, Cursor.read(section.cursor(), order::place), asked + 1),
                asked,
                entry -> disclosure.to(caller, entry.obligation().regionCode())
                        ? deadlines.briefWithWork(entry, day)
                        : deadlines.brief(entry, day),
                entry -> order.place(entry).toString());
    }

    private static LineOrder order(@Nullable String given) {
        return given == null
                ? LineOrder.ID
                : LineOrder.named(given).orElseThrow(() -> Unknown.value("sort", given, LineOrder.slugs()));
    }

    /** What the region reported only to those who may know it. */
    @GetMapping(ID)
    ResponseEntity<LedgerLine> one(@PathVariable String id, Optional<Caller> caller) {
        return entries.find(Answers.id(id))
                .map(entry -> answers.read(
                        entry, disclosure.to(caller, entry.obligation().regionCode()), parts.of(entry.id())))
                .orElseThrow(() -> Problems.notFound("obligation", id));
    }

    /** Takes a step. {@code If-Match} with the ETag read before makes sure nobody was quicker. */
    @PostMapping("/{id}/transitions")
    @Described(body = LedgerLine.class)
    ResponseEntity<?> move(
            @PathVariable String id,
            @RequestBody TransitionRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        return answers.of(
                ledger.take(Answers.id(id), caller, request.report(), IfMatch.revision(ifMatch), Answers.key(key)), id);
    }
}
