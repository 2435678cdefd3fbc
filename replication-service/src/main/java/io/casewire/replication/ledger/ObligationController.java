package io.casewire.replication.ledger;

import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.id.CaseId;
import io.casewire.contracts.parsed.PromotionStrength;
import io.casewire.gazetteer.Gazetteer;
import io.casewire.identity.Caller;
import io.casewire.replication.request.Choices;
import io.casewire.replication.request.Days;
import io.casewire.serving.openapi.Described;
import io.casewire.serving.page.Cursor;
import io.casewire.serving.page.Page;
import io.casewire.serving.problem.InvalidParameter;
import io.casewire.serving.problem.Problems;
import io.casewire.serving.problem.Unknown;
import io.casewire.text.ComparableKey;
import java.time.LocalDate;
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
    // 'due' beside them is for many
    private static final String ID = "/{id:(?!(?:due|transitions)$).*}";

    private static final int MAX_SIZE = 500;
    private static final int MAX_TEXT = 200;

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

    /** Lines of the ledger that fit, without what regions reported. */
    @GetMapping
    Page<LedgerLine> list(
            @RequestParam(name = "case", required = false) @Nullable String caseId,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String province,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String domain,
            @RequestParam(required = false) @Nullable String strength,
            @RequestParam(required = false) @Nullable String instrument,
            @RequestParam(required = false) @Nullable String title,
            @RequestParam(name = "due_before", required = false) @Nullable String dueBefore,
            @RequestParam(name = "due_after", required = false) @Nullable String dueAfter,
            @RequestParam(required = false) @Nullable Boolean overdue,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(defaultValue = "false") boolean lapsed,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "100") int size,
            @RequestParam(required = false) @Nullable String cursor,
            Optional<Caller> caller) {
        LocalDate day = asOf(asOf);
        EntryFilter filter = new EntryFilter(
                InvalidParameter.read("case", caseId, CaseId::new),
                Choices.region(region, gazetteer),
                Choices.level(level),
                Choices.region(province, gazetteer),
                Unknown.constant("status", status, Status.class),
                lapsed,
                new SubjectFilter(
                        Choices.domain(domain),
                        Unknown.constant("strength", strength, PromotionStrength.class),
                        comparable("instrument", instrument),
                        comparable("title", title)),
                new DueFilter(
                        Days.parameter("due_before", dueBefore),
                        Days.parameter("due_after", dueAfter),
                        overdue,
                        day,
                        false));
        return page(filter, order(sort), day, new Section(size, cursor), caller);
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

    private LocalDate asOf(@Nullable String given) {
        LocalDate day = Days.parameter("asOf", given);
        return day == null ? deadlines.today() : day;
    }

    private static @Nullable String comparable(String parameter, @Nullable String given) {
        if (given != null
                && (given.length() > MAX_TEXT || ComparableKey.of(given).isEmpty())) {
            throw new InvalidParameter(
                    parameter, "It has a letter, digit or Chinese character, and at most " + MAX_TEXT + " characters.");
        }
        return given;
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
