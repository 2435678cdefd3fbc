package io.casewire.ingest.upload;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexInfo;
import org.springframework.data.mongodb.core.index.IndexOperations;

/** The indexes that the queries of {@link Uploads} need. */
final class UploadIndexes {
    // of a version that listed the oldest first
    private static final String EARLIER = "state_1_receivedAt_1";

    private UploadIndexes() {}

    /** Makes them; does nothing where they are. */
    static void create(IndexOperations indexes) {
        indexes.createIndex(newestFirst(new Index().on("state", Sort.Direction.ASC)));
        indexes.createIndex(newestFirst(new Index()));
        indexes.createIndex(newestFirst(new Index().on("reading.documentId", Sort.Direction.ASC)));
        if (indexes.getIndexInfo().stream().map(IndexInfo::getName).anyMatch(EARLIER::equals)) {
            indexes.dropIndex(EARLIER);
        }
    }

    private static Index newestFirst(Index index) {
        return index.on("receivedAt", Sort.Direction.DESC).on("_id", Sort.Direction.DESC);
    }
}
