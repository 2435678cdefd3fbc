package io.casewire.replication.due;

import io.casewire.calendar.WorkingCalendar;
import io.casewire.contracts.id.ObligationId;
import io.casewire.identity.Caller;
import io.casewire.replication.ledger.Deadlines;
import io.casewire.replication.ledger.Entry;
import io.casewire.replication.ledger.IfMatch;
import io.casewire.replication.ledger.LedgerLine;
import io.casewire.serving.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Deadlines over HTTP, for coordinators and operators. */
@RestController
@RequestMapping("/api/replication/v1/obligations")
final class DueController {
    private final DueDates dueDates;
    private final DueBatch batch;
    private final WorkingCalendar calendar;
    private final Deadlines deadlines;

    DueController(DueDates dueDates, DueBatch batch, WorkingCalendar calendar, Deadlines deadlines) {
        this.dueDates = dueDates;
        this.batch = batch;
        this.calendar = calendar;
        this.deadlines = deadlines;
    }

    @PutMapping("/{id}/due")
    ResponseEntity<LedgerLine> set(
            @PathVariable String id,
            @RequestBody DueRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return answer(dueDates.set(id(id), request.deadline(calendar), caller.subject(), IfMatch.revision(ifMatch)));
    }

    /** Takes a deadline back; where there is none, nothing changes. */
    @DeleteMapping("/{id}/due")
    ResponseEntity<LedgerLine> takeBack(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String reason,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return answer(dueDates.set(
                id(id), Deadline.none(DueRequest.reason(reason)), caller.subject(), IfMatch.revision(ifMatch)));
    }

    /** Sets the deadline of the lines that fit, a part at a time; the same again changes no line twice. */
    @PostMapping("/due")
    DueBatch.Answer setMany(@RequestBody DueBatch.Request request, Caller caller) {
        return batch.set(request, caller.subject());
    }

    private ResponseEntity<LedgerLine> answer(Entry entry) {
        return ResponseEntity.ok()
                .eTag('"' + Long.toString(entry.revision()) + '"')
                .body(deadlines.whole(entry));
    }

    private static ObligationId id(String given) {
        try {
            return new ObligationId(given);
        } catch (IllegalArgumentException e) {
            throw Problems.notFound("obligation", given);
        }
    }
}
