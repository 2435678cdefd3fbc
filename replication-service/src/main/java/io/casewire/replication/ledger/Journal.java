package io.casewire.replication.ledger;

import io.casewire.contracts.event.ObligationEvent.Attachment;
import io.casewire.contracts.event.ObligationEvent.Note;
import io.casewire.contracts.event.ObligationEvent.Obligation;
import io.casewire.contracts.event.ObligationEvent.ObligationNoted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was said of an obligation without moving it.
 *
 * @param notes oldest first
 * @param used keys of the latest changes of work, notes and files, oldest first; those of steps are kept with the steps
 * @param attachments files that were attached, taken away and destroyed, oldest first
 */
record Journal(List<TakenNote> notes, List<UsedKey> used, List<TakenAttachment> attachments) {
    static final Journal EMPTY = new Journal(List.of(), List.of(), List.of());

    /** A repetition comes soon after; a key for each change of years is not needed. */
    private static final int KEYS_KEPT = 50;

    Journal {
        notes = List.copyOf(notes);
        used = List.copyOf(used);
        // absent in entries that are older than attachments
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
    }

    /**
     * A note that was taken.
     *
     * @param revision of the obligation after it
     * @param chain its link in the history
     */
    record TakenNote(Note note, long revision, @Nullable String chain) {}

    /**
     * A file that was attached, taken away or destroyed.
     *
     * @param revision of the obligation after it
     * @param chain its link in the history
     */
    record TakenAttachment(
            Attachment attachment, long revision, @Nullable String chain) {}

    /**
     * A reporter's idempotency key.
     *
     * @param fingerprint of what was sent with it
     */
    record UsedKey(String actor, String key, String fingerprint) {}

    Journal with(TakenNote note) {
        return new Journal(Stream.concat(notes.stream(), Stream.of(note)).toList(), used, attachments);
    }

    Journal with(TakenAttachment file) {
        return new Journal(
                notes,
                used,
                Stream.concat(attachments.stream(), Stream.of(file)).toList());
    }

    /** Files that are there, by digest, in the order in which they came. */
    Map<String, Attachment> attached() {
        Map<String, Attachment> there = new LinkedHashMap<>();
        attachments.forEach(taken -> {
            there.remove(taken.attachment().sha256());
            if (taken.attachment().act() == Attachment.Act.ADDED) {
                there.put(taken.attachment().sha256(), taken.attachment());
            }
        });
        return there;
    }

    /** With a key that was sent; the same without one. */
    Journal using(String actor, @Nullable String key, String fingerprint) {
        if (key == null) {
            return this;
        }
        List<UsedKey> all = Stream.concat(used.stream(), Stream.of(new UsedKey(actor, key, fingerprint)))
                .toList();
        return new Journal(notes, all.subList(Math.max(0, all.size() - KEYS_KEPT), all.size()), attachments);
    }

    /** The event that tells what made that revision: a note, a file, or else a word on its work. */
    ObligationNoted told(Obligation obligation, long revision) {
        Optional<TakenAttachment> file = attachments.stream()
                .filter(taken -> taken.revision() == revision)
                .findFirst();
        if (file.isPresent()) {
            return new ObligationNoted(
                    obligation, revision, null, file.get().chain(), file.get().attachment());
        }
        Optional<TakenNote> note =
                notes.stream().filter(taken -> taken.revision() == revision).findFirst();
        return new ObligationNoted(
                obligation,
                revision,
                note.map(TakenNote::note).orElse(null),
                note.map(TakenNote::chain).orElse(null));
    }
}
