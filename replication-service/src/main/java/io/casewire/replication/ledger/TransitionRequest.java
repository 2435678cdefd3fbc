package io.casewire.replication.ledger;

import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.replication.request.Texts;
import io.casewire.serving.problem.Problems;
import io.casewire.serving.problem.Unknown;
import java.util.List;
import java.util.stream.Stream;
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
    private static final int MAX_TEXT = 4000;
    private static final int MAX_EVIDENCE_TEXT = 1000;
    private static final int MAX_EVIDENCE = 20;

    /** Typed; texts that show nothing to a reader count as absent. */
    Report report() {
        Status status = Unknown.constant("status to move to", to, Status.class);
        if (status == null) {
            throw Problems.badRequest("'to' says which status to move to.");
        }
        return new Report(
                status,
                Unknown.constant("outcome", outcome, Outcome.class),
                Texts.visible("explanation", explanation, MAX_TEXT),
                Texts.visible("reason", reason, MAX_TEXT),
                evidenceItems());
    }

    private List<String> evidenceItems() {
        if (evidence == null) {
            return List.of();
        }
        if (evidence.size() > MAX_EVIDENCE) {
            throw Problems.badRequest("'evidence' has at most " + MAX_EVIDENCE + " items.");
        }
        return evidence.stream()
                .flatMap(item -> Stream.ofNullable(Texts.visible("evidence", item, MAX_EVIDENCE_TEXT)))
                .distinct()
                .toList();
    }
}
