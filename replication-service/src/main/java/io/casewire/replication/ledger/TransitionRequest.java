package io.casewire.replication.ledger;

import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.replication.http.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a transition, as sent; see {@link Report} for what the parts mean. Names are read strictly: a misspelt
 * outcome is refused, not left out.
 */
record TransitionRequest(
        @Nullable String to,
        @Nullable String outcome,
        @Nullable String explanation,
        @Nullable String reason,
        @Nullable List<@Nullable String> evidence) {
    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_EVIDENCE = 1000;
    private static final int MOST_EVIDENCE = 20;

    /** Typed; blank texts count as absent. */
    Report report() {
        Status status = Problems.parameter("status to move to", to, Problems.constant(Status.class));
        if (status == null) {
            throw Problems.badRequest("'to' says which status to move to.");
        }
        return new Report(
                status,
                Problems.parameter("outcome", outcome, Problems.constant(Outcome.class)),
                text("explanation", explanation),
                text("reason", reason),
                evidenceItems());
    }

    private List<String> evidenceItems() {
        if (evidence == null) {
            return List.of();
        }
        if (evidence.size() > MOST_EVIDENCE
                || evidence.stream().anyMatch(item -> item != null && item.length() > LONGEST_EVIDENCE)) {
            throw Problems.badRequest("'evidence' has at most " + MOST_EVIDENCE + " items of at most "
                    + LONGEST_EVIDENCE + " characters.");
        }
        return evidence.stream()
                .map(item -> item == null ? "" : item.strip())
                .filter(item -> !item.isEmpty())
                .distinct()
                .toList();
    }

    private static @Nullable String text(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > LONGEST_TEXT) {
            throw Problems.badRequest("'" + name + "' has at most " + LONGEST_TEXT + " characters.");
        }
        return value.strip();
    }
}
