package io.casewire.client;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Whether something is new: of events by their revision, of tombstones by where they lie. */
record Novelty(Seen seen) {
    boolean isNew(Received received, Position at) {
        Optional<Seen.Last> last = seen.last(received.key());
        return switch (received) {
            case Received.Known known ->
                last.isEmpty() || known.event().revision() > last.get().revision();
            case Received.Unknown unknown -> {
                OptionalLong revision = revision(unknown.attributes(), unknown.key());
                yield last.isEmpty()
                        || revision.isEmpty()
                        || revision.getAsLong() > last.get().revision();
            }
            // one for a case that lives elsewhere by now, or came back since, takes nothing away
            case Received.Tombstone _ ->
                last.isEmpty()
                        || (last.get().at().topic().equals(at.topic())
                                && !at.isBefore(last.get().at()));
        };
    }

    void note(Received received, Position at) {
        switch (received) {
            case Received.Known known ->
                seen.note(known.key(), new Seen.Last(known.event().revision(), at));
            case Received.Unknown unknown ->
                revision(unknown.attributes(), unknown.key())
                        .ifPresent(revision -> seen.note(unknown.key(), new Seen.Last(revision, at)));
            case Received.Tombstone _ -> {
                // the last revision stays the last: the case may come back
            }
        }
    }

    /** Of {@code <key>@<revision>}; empty for any other id. */
    private static OptionalLong revision(Map<String, String> attributes, String key) {
        String id = attributes.getOrDefault("id", "");
        String digits = id.startsWith(key + '@') ? id.substring(key.length() + 1) : "";
        return !digits.isEmpty() && digits.length() <= 18 && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? OptionalLong.of(Long.parseLong(digits))
                : OptionalLong.empty();
    }
}
