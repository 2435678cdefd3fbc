package io.casewire.replication.due;

import io.casewire.calendar.WorkingCalendar;
import io.casewire.identity.Caller;
import io.casewire.replication.ledger.Answers;
import io.casewire.replication.ledger.IfMatch;
import io.casewire.replication.ledger.LedgerLine;
import io.casewire.replication.request.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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
    private final Answers answers;

    DueController(DueDates dueDates, DueBatch batch, WorkingCalendar calendar, Answers answers) {
        this.dueDates = dueDates;
        this.batch = batch;
        this.calendar = calendar;
        this.answers = answers;
    }

    /** Sets the deadline of a line, with a reason. */
    @PutMapping("/{id}/due")
    ResponseEntity<LedgerLine> set(
            @PathVariable String id,
            @RequestBody DueRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return answers.whole(
                HttpStatus.OK,
                dueDates.set(Answers.id(id), request.deadline(calendar), caller.subject(), IfMatch.revision(ifMatch)));
    }

    /** Takes a deadline back; where there is none, nothing changes. */
    @DeleteMapping("/{id}/due")
    ResponseEntity<LedgerLine> takeBack(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String reason,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return answers.whole(
                HttpStatus.OK,
                dueDates.set(
                        Answers.id(id),
                        Deadline.none(Texts.visible("reason", reason, Texts.MAX_REASON)),
                        caller.subject(),
                        IfMatch.revision(ifMatch)));
    }

    /** Sets the deadline of the lines that fit, a part at a time; the same again changes no line twice. */
    @PostMapping("/due")
    DueBatch.Answer setMany(@RequestBody DueBatch.Request request, Caller caller) {
        return batch.set(request, caller.subject());
    }
}
