package io.casewire.replication.ledger;

import io.casewire.contracts.id.ObligationId;
import io.casewire.serving.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** What requests that change an obligation are given back, and the headers they bring. */
final class Answers {
    private static final int MAX_KEY = 200;
    private static final String OUTLINE = "-outline";

    private Answers() {}

    static ResponseEntity<?> of(Ledger.Answer answer, String id) {
        return switch (answer) {
            case Ledger.Answer.Taken(Entry entry) -> whole(entry);
            case Ledger.Answer.Unknown _ -> throw Problems.notFound("obligation", id);
            case Ledger.Answer.Refused(Entry entry, Rule rule) -> refusal(entry, rule);
        };
    }

    static ResponseEntity<LedgerLine> whole(Entry entry) {
        return ResponseEntity.ok().eTag(etag(entry)).body(LedgerLine.whole(entry));
    }

    // another tag, so that nobody who may know more is told that what he saw before he said who he is still holds
    static ResponseEntity<LedgerLine> outline(Entry entry) {
        return ResponseEntity.ok()
                .eTag('"' + Long.toString(entry.revision()) + OUTLINE + '"')
                .body(LedgerLine.outline(entry));
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

    static ObligationId id(String id) {
        try {
            return new ObligationId(id);
        } catch (IllegalArgumentException e) {
            throw Problems.notFound("obligation", id);
        }
    }

    /** An Idempotency-Key as it came, if it can be one; null for none. */
    static @Nullable String key(@Nullable String key) {
        if (key != null && (key.isBlank() || key.length() > MAX_KEY)) {
            throw Problems.badRequest("An Idempotency-Key has 1 to " + MAX_KEY + " characters.");
        }
        return key;
    }

    /** The revision in an If-Match header; null for none or {@code *}. A gateway that compresses may have made it weak. */
    static @Nullable Long revision(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        String tag = ifMatch.strip();
        String opaque = tag.startsWith("W/") ? tag.substring(2) : tag;
        try {
            return Long.valueOf(opaque.replace("\"", "").replace(OUTLINE, ""));
        } catch (NumberFormatException e) {
            throw Problems.badRequest("If-Match takes one ETag as this service gives it, for example \"3\".");
        }
    }
}
