package io.casewire.replication.ledger;

import io.casewire.contracts.event.ObligationEvent.Note;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was said of an obligation without moving it.
 *
 * @param notes oldest first
 * @param used keys of the latest changes of work and notes, oldest first; those of steps are kept with the steps
 */
record Journal(List<TakenNote> notes, List<UsedKey> used) {
    static final Journal EMPTY = new Journal(List.of(), List.of());

    /** A repetition comes soon after; a key for each change of years is not needed. */
    private static final int KEYS_KEPT = 50;

    Journal {
        notes = List.copyOf(notes);
        used = List.copyOf(used);
    }

    /**
     * A note that was taken.
     *
     * @param revision of the obligation after it
     * @param chain its link in the history
     */
    record TakenNote(Note note, long revision, @Nullable String chain) {}

    /**
     * A reporter's idempotency key.
     *
     * @param fingerprint of what was sent with it
     */
    record UsedKey(String actor, String key, String fingerprint) {}

    Journal with(TakenNote note) {
        return new Journal(Stream.concat(notes.stream(), Stream.of(note)).toList(), used);
    }

    /** With a key that was sent; the same without one. */
    Journal using(String actor, @Nullable String key, String fingerprint) {
        if (key == null) {
            return this;
        }
        List<UsedKey> all = Stream.concat(used.stream(), Stream.of(new UsedKey(actor, key, fingerprint)))
                .toList();
        return new Journal(notes, all.subList(Math.max(0, all.size() - KEYS_KEPT), all.size()));
    }

    /** The note that made that revision; empty where none did. */
    Optional<TakenNote> at(long revision) {
        return notes.stream().filter(taken -> taken.revision() == revision).findFirst();
    }
}
