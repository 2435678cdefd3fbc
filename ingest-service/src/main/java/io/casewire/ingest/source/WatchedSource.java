package io.casewire.ingest.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A source as it is stored. An operator changes {@code definition}, guarded by {@code version}; who looks at it changes {@code state},
 * guarded by the lease.
 *
 * @param createdBy subject of the operator, who is also who sends its documents
 * @param version counts changes of the definition, from 1
 * @param leaseToken not null while somebody looks at it
 * @param leasedUntil when it is due, while nobody does
 */
record WatchedSource(
        @Id String id,
        SourceDefinition definition,
        long version,
        String createdBy,
        Instant createdAt,
        Instant updatedAt,
        State state,
        @Nullable String leaseToken,
        Instant leasedUntil) {

    /**
     * What came of looking at it.
     *
     * @param firstLook when its links were seen for the first time; null before
     * @param lastAttempt null before the first
     * @param lastSuccess when its page was last had, changed or not
     * @param lastNewDocument when a document came of it that was not known from it
     * @param failures in a row, of its page
     * @param error of the last look, in English and Chinese; null where that was well
     * @param seenAs what its page is; null before it was seen
     * @param etag of its page as last seen
     * @param lastModified the same
     * @param changed documents that came again with other bytes
     */
    record State(
            @Nullable Instant firstLook,
            @Nullable Instant lastAttempt,
            @Nullable Instant lastSuccess,
            @Nullable Instant lastNewDocument,
            int failures,
            @Nullable String error,
            @Nullable SourceKind seenAs,
            @Nullable String etag,
            @Nullable String lastModified,
            long changed) {
        static final State NONE = new State(null, null, null, null, 0, null, null, null, null, 0);
    }

    /** From when on it is asked how long nothing new came. */
    Instant quietSince() {
        Instant latest = state.lastNewDocument();
        if (latest != null) {
            return latest;
        }
        return state.firstLook() == null ? createdAt : state.firstLook();
    }
}
