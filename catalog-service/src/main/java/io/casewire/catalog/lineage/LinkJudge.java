package io.casewire.catalog.lineage;

import io.casewire.catalog.lineage.likeness.Confidence;
import io.casewire.catalog.lineage.likeness.Likeness;
import io.casewire.catalog.lineage.likeness.Telling;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of the link between two tellings that no person decided about. */
final class LinkJudge {
    private static final List<String> WITHDRAWN = List.of("one of the two was withdrawn");
    private static final List<String> ONE_LIST = List.of("two entries of one list");

    private final LineageSettings settings;

    LinkJudge(LineageSettings settings) {
        this.settings = settings;
    }

    /**
     * The link's next revision; null where it stays as it is, or where there is none and none is needed.
     *
     * @param one null once it was withdrawn
     * @param other likewise
     */
    @Nullable
    StoredLink next(@Nullable StoredLink before, @Nullable Telling one, @Nullable Telling other, Instant now) {
        if (one == null || other == null) {
            return ended(before, WITHDRAWN, now);
        }
        if (Likeness.stayApart(one, other)) {
            return ended(before, ONE_LIST, now);
        }
        Likeness likeness = Likeness.of(one, other);
        double confidence = Confidence.of(likeness);
        LinkState state = state(confidence);
        if (before == null) {
            return state == LinkState.REJECTED
                    ? null
                    : StoredLink.first(one, other, state, confidence, likeness.reasons(), now);
        }
        boolean same = before.says(state, confidence, likeness.reasons())
                || (state == LinkState.REJECTED && before.state() == LinkState.REJECTED);
        return same ? null : before.scored(state, confidence, likeness.reasons(), now);
    }

    private LinkState state(double confidence) {
        if (confidence >= settings.confirmed()) {
            return LinkState.CONFIRMED;
        }
        return confidence >= settings.proposed() ? LinkState.PROPOSED : LinkState.REJECTED;
    }

    private static @Nullable StoredLink ended(@Nullable StoredLink before, List<String> why, Instant now) {
        return before == null || before.state() == LinkState.REJECTED
                ? null
                : before.scored(LinkState.REJECTED, 0, why, now);
    }
}
