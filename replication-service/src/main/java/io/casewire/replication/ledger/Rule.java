package io.casewire.replication.ledger;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** The rules of the ledger, each with the sentence and HTTP status that tell somebody who broke it. */
public enum Rule {
    ROLE_MAY_NOT(
            HttpStatus.FORBIDDEN,
            "Regions report (NOT_STARTED, IN_PROGRESS, SUBMITTED); coordinators and operators also review."),
    NOT_YOUR_REGION(HttpStatus.FORBIDDEN, "A region's people change only their own region's obligations."),
    REVIEWER_IS_REPORTER(HttpStatus.FORBIDDEN, "Whoever submitted a report does not review it."),
    ORIGIN_HAS_NOTHING_TO_ADOPT(HttpStatus.CONFLICT, "The case comes from this region, which has nothing to adopt."),
    OBLIGATION_LAPSED(HttpStatus.CONFLICT, "The obligation has lapsed."),
    PART_IS_NOT_SUBMITTED(
            HttpStatus.CONFLICT,
            "What was handed down goes up to IN_PROGRESS; the region that handed it down submits the whole."),
    NO_SUCH_STEP(HttpStatus.CONFLICT, "No step leads from the present status to the wanted one."),
    EXPLANATION_MISSING(HttpStatus.UNPROCESSABLE_CONTENT, "From IN_PROGRESS on, say in explanation what was done."),
    EVIDENCE_MISSING(
            HttpStatus.UNPROCESSABLE_CONTENT, "ADOPTED and PARTIAL need evidence: links or document references."),
    REASON_MISSING(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "NOT_APPLICABLE, RETURNED, REOPENED and taking a report back need a reason."),
    CONTRADICTION_UNANSWERED(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "A document says that the region adopted it: NOT_APPLICABLE needs the reviewer's own reason, which answers it."),
    OUTCOME_MISSING(HttpStatus.UNPROCESSABLE_CONTENT, "Closing needs an outcome: ADOPTED, PARTIAL or NOT_APPLICABLE."),
    OUTCOME_OUT_OF_PLACE(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "An outcome belongs to SUBMITTED and CLOSED only; what was never started can only be NOT_APPLICABLE;"
                    + " SUPERSEDED follows from a later instrument."),
    TEXT_MISSING(HttpStatus.UNPROCESSABLE_CONTENT, "A note says something in text."),
    TOO_MANY_NOTES(HttpStatus.CONFLICT, "An obligation has at most 200 notes."),
    EVIDENCE_UNKNOWN(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "Evidence written attachment: and a digest names a file that is attached to the obligation."),
    ALREADY_ATTACHED(
            HttpStatus.CONFLICT,
            "The same file is attached under another name or title; take it away before it is attached again."),
    TOO_MANY_ATTACHMENTS(HttpStatus.CONFLICT, "The obligation has as many files as it may have."),
    ATTACHMENTS_TOO_LARGE(
            HttpStatus.CONFLICT, "With this file the obligation's files would be larger than they may be."),
    NO_SUCH_ATTACHMENT(HttpStatus.NOT_FOUND, "The obligation has no such file."),
    ATTACHMENT_IN_USE(
            HttpStatus.CONFLICT,
            "A report that waits for review or was closed names the file as evidence; it stays until the line is open again."),
    REVISION_OUTDATED(HttpStatus.PRECONDITION_FAILED, "If-Match names another revision than the present one."),
    CHANGED_MEANWHILE(HttpStatus.CONFLICT, "Somebody else took a step at the same time; read it again."),
    IDEMPOTENCY_KEY_REUSED(
            HttpStatus.UNPROCESSABLE_CONTENT, "The Idempotency-Key was used for another step of this obligation.");

    private final HttpStatus status;
    private final String sentence;

    Rule(HttpStatus status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    /** Of an answer that refuses for it. */
    public HttpStatus status() {
        return status;
    }

    /** For whoever broke it. */
    public String sentence() {
        return sentence;
    }

    /** The name in problem types, for example {@code reviewer-is-reporter}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
