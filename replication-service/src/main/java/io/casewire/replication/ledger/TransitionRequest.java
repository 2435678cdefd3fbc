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

    /** Typed; texts that show nothing to a reader count as absent. */
    Report report() {
        Status status = Unknown.constant("status to move to", to, Status.class);
        if (status == null) {
            throw Problems.badRequest("'to' says which status to move to.");
        }
        return new Report(
                status,
                Unknown.constant("outcome", outcome, Outcome.class),
                Texts.visible("explanation", explanation, Report.MAX_TEXT),
                Texts.visible("reason", reason, Report.MAX_TEXT),
                evidenceItems());
    }

    private List<String> evidenceItems() {
        if (evidence == null) {
            return List.of();
        }
        if (evidence.size() > Report.MAX_ITEMS) {
            throw Problems.badRequest("'evidence' has at most " + Report.MAX_ITEMS + " items.");
        }
        return evidence.stream()
                .flatMap(item -> Stream.ofNullable(Texts.visible("evidence", item, Report.MAX_ITEM)))
                .distinct()
                .toList();
    }
}
