package io.casewire.notify.matching;

import io.casewire.contracts.event.ObligationEvent.Level;
import io.casewire.contracts.event.ObligationEvent.Outcome;
import io.casewire.contracts.event.ObligationEvent.Status;
import io.casewire.contracts.parsed.Genre;
import io.casewire.contracts.parsed.PromotionStrength;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an event says of the promotion behind it and of its place in the ledger; what it does not say is null or empty.
 *
 * @param instruments comparable keys of the number of the text that promotes, or of its title where it has no number
 * @param concerned codes of the places it obliges, or says of that they adopted something, and of all they lie in
 */
record Standing(
        @Nullable PromotionStrength strength,
        @Nullable Genre genre,
        Set<String> instruments,
        @Nullable Level level,
        @Nullable Status status,
        @Nullable Outcome outcome,
        Set<String> concerned) {
    static final Standing NONE = new Standing(null, null, Set.of(), null, null, null, Set.of());

    Standing {
        instruments = Set.copyOf(instruments);
        concerned = Set.copyOf(concerned);
    }

    /** Of something read from a document of that genre. */
    static Standing from(Genre genre) {
        return new Standing(null, genre, Set.of(), null, null, null, Set.of());
    }

    /** The same, concerning those places. */
    Standing concerning(Set<String> places) {
        return new Standing(strength, genre, instruments, level, status, outcome, places);
    }
}
