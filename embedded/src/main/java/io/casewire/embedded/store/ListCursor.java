package io.casewire.embedded.store;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;

/** What is left of documents that an aggregation has made. */
final class ListCursor extends AbstractCursor {
    private final List<Document> documents;
    private int next;

    ListCursor(long id, List<Document> documents) {
        super(id);
        this.documents = documents;
    }

    @Override
    public synchronized boolean isEmpty() {
        return next == documents.size();
    }

    /** @param most how many at most; 0 for as many as a reply may hold */
    @Override
    public synchronized List<Document> takeDocuments(int most) {
        List<Document> taken = new ArrayList<>();
        Room room = new Room();
        while (!isEmpty() && (most == 0 || taken.size() < most) && room.takes(BsonCodec.size(documents.get(next)))) {
            taken.add(documents.get(next++));
        }
        return taken;
    }
}
