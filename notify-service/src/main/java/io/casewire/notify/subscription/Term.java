package io.casewire.notify.subscription;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for from some time on, until the next term.
 *
 * @param active false: nothing was
 */
public record Term(Criteria criteria, boolean active, Instant since) {
    /** Older terms are forgotten: events from before them match only where history is included. */
    private static final int KEPT = 10;

    /**
     * These terms, and what is asked for from now on.
     *
     * @param terms oldest first, at least one
     * @param end from which on nothing was asked for any more; null for none
     */
    static List<Term> after(List<Term> terms, Criteria wanted, boolean running, @Nullable Instant end, Instant now) {
        Term last = terms.getLast();
        List<Term> all = new ArrayList<>(terms);
        if (last.active() && end != null && !now.isBefore(end)) {
            // a new end does not make up for what was recorded after the former one
            last = new Term(last.criteria(), false, end);
            all.add(last);
        }
        if (last.criteria().equals(wanted) && last.active() == running) {
            return all;
        }
        all.add(new Term(wanted, running, now));
        return all.subList(Math.max(0, all.size() - KEPT), all.size());
    }

    /**
     * These terms as if the last one, in which nothing was asked for, had not been.
     *
     * @param terms oldest first, at least one
     */
    static List<Term> asIfNotPaused(List<Term> terms) {
        Term pause = terms.getLast();
        List<Term> before = terms.subList(0, terms.size() - 1);
        boolean goesOn = !before.isEmpty()
                && before.getLast().active()
                && before.getLast().criteria().equals(pause.criteria());
        List<Term> all = new ArrayList<>(before);
        if (!goesOn) {
            all.add(new Term(pause.criteria(), true, pause.since()));
        }
        return all;
    }
}
