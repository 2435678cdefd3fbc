package io.casewire.notify.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.PromotionStrength;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The criteria about documents that promote and about the ledger; part of {@link Criteria}, and absent from those stored before
 * there were any.
 *
 * @param strengths of the promotion of a case, or of an obligation
 * @param genres of the document something was read from
 * @param instruments document numbers (文号) of the texts that promote, or their titles where they have no number
 * @param levels of the region of an obligation
 * @param statuses an obligation has in the ledger after the event
 * @param outcomes an obligation was closed with
 * @param concerns code of six digits: what obliges this region, zone or area or what lies in it, or says of them that they
 *     adopted something; null asks nothing
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Particulars(
        Set<PromotionStrength> strengths,
        Set<Genre> genres,
        Set<String> instruments,
        Set<Level> levels,
        Set<Status> statuses,
        Set<Outcome> outcomes,
        @Nullable String concerns) {
    /** Those that ask nothing. */
    public static final Particulars NONE = new Particulars(null, null, null, null, null, null, null);

    public Particulars(
            @Nullable Set<PromotionStrength> strengths,
            @Nullable Set<Genre> genres,
            @Nullable Set<String> instruments,
            @Nullable Set<Level> levels,
            @Nullable Set<Status> statuses,
            @Nullable Set<Outcome> outcomes,
            @Nullable String concerns) {
        this.strengths = sorted(strengths);
        this.genres = sorted(genres);
        this.instruments = sorted(instruments);
        this.levels = sorted(levels);
        this.statuses = sorted(statuses);
        this.outcomes = sorted(outcomes);
        this.concerns = concerns;
    }

    /** Whether something is asked that obligations alone have an answer to. */
    boolean askOfTheLedger() {
        return !levels.isEmpty() || !statuses.isEmpty() || !outcomes.isEmpty();
    }

    private static <T extends Comparable<T>> Set<T> sorted(@Nullable Set<T> values) {
        return values == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(values));
    }
}
