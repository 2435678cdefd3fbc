package io.casewire.embedded.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Documents that may fit a query, each once. */
interface Candidates {
    /** The next one, told by an entry for it; null at the end. */
    @Nullable
    Entry next();

    /** Lets go of the state of the store; whoever goes on later sees what is there then. */
    void pause();

    /** How many entries have been read so far. */
    long entriesRead();

    /** Documents whose keys are known. */
    static Candidates of(List<Key> keys) {
        return new Candidates() {
            private int next;

            @Override
            public @Nullable Entry next() {
                return next < keys.size() ? new Entry(keys.get(next++).bytes(), 0, null) : null;
            }

            @Override
            public void pause() {}

            @Override
            public long entriesRead() {
                return 0;
            }
        };
    }
}
