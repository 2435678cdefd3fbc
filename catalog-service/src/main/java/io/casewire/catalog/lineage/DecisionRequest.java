package io.casewire.catalog.lineage;

import io.casewire.serving.problem.Problems;
import io.casewire.serving.problem.Unknown;
import io.casewire.text.InvisibleCharacters;
import org.jspecify.annotations.Nullable;

/**
 * The body of a decision, as sent.
 *
 * @param state {@code CONFIRMED} or {@code REJECTED}, in capitals or small letters
 * @param reason why; at most {@value #MAX_REASON} characters
 */
record DecisionRequest(@Nullable String state, @Nullable String reason) {
    private static final int MAX_REASON = 4_000;

    Decisions.Verdict verdict() {
        Decisions.Verdict verdict = Unknown.constant("decision on a link", state, Decisions.Verdict.class);
        if (verdict == null) {
            throw Problems.badRequest("'state' says what the link is to be: CONFIRMED or REJECTED.");
        }
        return verdict;
    }

    String said() {
        if (reason == null || InvisibleCharacters.tellsNothing(reason)) {
            throw Problems.badRequest("'reason' says why.");
        }
        if (reason.length() > MAX_REASON) {
            throw Problems.badRequest("'reason' has at most " + MAX_REASON + " characters.");
        }
        return reason.strip();
    }
}
