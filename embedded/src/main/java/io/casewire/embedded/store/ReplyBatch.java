package io.casewire.embedded.store;

import de.bwaldvogel.mongo.backend.Cursor;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/**
 * Documents of a first reply.
 *
 * @param cursorId where there are more; 0 where there are not
 */
record ReplyBatch(List<Document> documents, long cursorId) {
    private static final long NO_CURSOR = 0;

    /**
     * Takes the first documents of a cursor and registers it where more are left.
     *
     * @param batchSize how many; 0 for as many as a reply may hold
     * @param single whether nobody will ask for the rest
     */
    static ReplyBatch first(Cursor cursor, int batchSize, boolean single, CursorRegistry cursors) {
        List<Document> documents = cursor.takeDocuments(batchSize);
        if (single || cursor.isEmpty()) {
            return new ReplyBatch(documents, NO_CURSOR);
        }
        cursors.add(cursor);
        return new ReplyBatch(documents, cursor.getId());
    }

    /** As MongoDB answers {@code find} and {@code aggregate}. */
    Document toReply(String namespace) {
        Document cursor = new Document("id", cursorId).append("ns", namespace).append("firstBatch", documents);
        return new Document("cursor", cursor).append("ok", 1.0);
    }
}
