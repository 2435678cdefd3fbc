package io.casewire.replication.ledger;

import io.casewire.contracts.id.ObligationId;
import io.casewire.serving.problem.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** What requests that change an obligation are given back, and the headers they bring. */
public final class Answers {
    private static final int MAX_KEY = 200;
    private static final String PARTS = "-parts";

    private final Deadlines deadlines;

    Answers(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** What came of a change; 404 where there is no such obligation. */
    public ResponseEntity<?> of(Ledger.Answer answer, String id) {
        return switch (answer) {
            case Ledger.Answer.Taken(Entry entry) -> whole(HttpStatus.OK, entry);
            case Ledger.Answer.Unknown _ -> throw Problems.notFound("obligation", id);
            case Ledger.Answer.Refused(Entry entry, Rule rule) -> refusal(entry, rule);
        };
    }

    /** A line that was made or changed, to somebody who may know all of it. */
    public ResponseEntity<LedgerLine> whole(HttpStatus status, Entry entry) {
        return ResponseEntity.status(status).eTag(etag(entry)).body(deadlines.whole(entry));
    }

    /** A line with its parts, which move without it: they are in its tag. */
    ResponseEntity<LedgerLine> read(Entry entry, boolean whole, List<Entry> parts) {
        LedgerLine line = whole ? deadlines.whole(entry) : deadlines.outline(entry);
        // another tag, so that nobody who may know more is told that what he saw before he said who he is still holds
        String tag = Long.toString(entry.revision()) + (whole ? "" : IfMatch.OUTLINE);
        if (parts.isEmpty()) {
            return ResponseEntity.ok().eTag('"' + tag + '"').body(line);
        }
        long moved = parts.stream().mapToLong(Entry::revision).sum();
        return ResponseEntity.ok()
                .eTag('"' + tag + PARTS + parts.size() + '-' + moved + '"')
                .body(line.with(RollUp.of(parts)));
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

    /** The id in an address; 404 for what cannot be one. */
    public static ObligationId id(String id) {
        try {
            return new ObligationId(id);
        } catch (IllegalArgumentException e) {
            throw Problems.notFound("obligation", id);
        }
    }

    /** An Idempotency-Key as it came, if it can be one; null for none. */
    public static @Nullable String key(@Nullable String key) {
        if (key != null && (key.isBlank() || key.length() > MAX_KEY)) {
            throw Problems.badRequest("An Idempotency-Key has 1 to " + MAX_KEY + " characters.");
        }
        return key;
    }
}
