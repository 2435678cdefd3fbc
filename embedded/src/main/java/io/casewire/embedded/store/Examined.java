package io.casewire.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What a query cost: for tests that hold queries to indexes.
 *
 * @param filter as JSON
 * @param sort as JSON; empty for the natural order
 * @param access which index was used and how, for people
 * @param entries of indexes that were read
 * @param documents that were read
 * @param returned how many documents fitted and were given out, changed or counted
 */
public record Examined(
        String database,
        String collection,
        String filter,
        String sort,
        String access,
        long entries,
        long documents,
        long returned) {

    Examined(
            String database,
            String collection,
            Document filter,
            @Nullable Document sort,
            String access,
            long entries,
            long documents,
            long returned) {
        this(
                database,
                collection,
                filter.toString(),
                sort == null ? "" : sort.toString(),
                access,
                entries,
                documents,
                returned);
    }

    /** Whichever is more: what was read for each document that was found. */
    public long read() {
        return Math.max(entries, documents);
    }
}
