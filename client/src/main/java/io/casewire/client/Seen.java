package io.casewire.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was handled already, so that each revision of a thing is handled once and none after a newer one. Asked and told by one thread.
 *
 * <p>Exactly once needs an implementation whose {@link #note} is written in the same transaction as what the handler writes: let the
 * handler store key, revision and position with its own row, have {@link #last} read that row, and {@code note} do nothing.
 */
public interface Seen {
    /** The newest that was handled of that thing; empty where nothing was, or it was forgotten. */
    Optional<Last> last(String key);

    /** That revision was handled. Comes after the handler has returned, so a crash in between repeats the event. */
    void note(String key, Last last);

    /**
     * Remembers that many things, those used last, and nothing beyond the life of this object: after a start, events come again that were
     * handled after the last commit. Of what it forgot it takes a repetition for new.
     *
     * @throws IllegalArgumentException for fewer than one
     */
    static Seen inMemory(int things) {
        if (things < 1) {
            throw new IllegalArgumentException("things is " + things + "; it is 1 or more");
        }
        return new Recent(things);
    }

    /**
     * @param revision from 1
     * @param at where it lay, which tells tombstones that are outdated
     */
    record Last(long revision, Position at) {}

    /** The things that were used last. */
    final class Recent implements Seen {
        private final Map<String, Last> things;

        private Recent(int most) {
            this.things = new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Last> eldest) {
                    return size() > most;
                }
            };
        }

        @Override
        public Optional<Last> last(String key) {
            return Optional.ofNullable(things.get(key));
        }

        @Override
        public void note(String key, Last last) {
            things.put(key, last);
        }
    }
}
