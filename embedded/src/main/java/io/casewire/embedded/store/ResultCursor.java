package io.casewire.embedded.store;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import io.casewire.embedded.store.Results.Found;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is left of a query's results. Holds no documents but one that a reply had no room for. */
final class ResultCursor extends AbstractCursor {
    private final IndexedCollection collection;
    private final Results results;
    private @Nullable Found next;
    private boolean atEnd;

    ResultCursor(long id, IndexedCollection collection, Results results) {
        super(id);
        this.collection = collection;
        this.results = results;
    }

    @Override
    public boolean isEmpty() {
        return atEnd;
    }

    /** @param most how many at most; 0 for as many as a reply may hold */
    @Override
    public List<Document> takeDocuments(int most) {
        return collection.reading(() -> take(most));
    }

    private synchronized List<Document> take(int most) {
        List<Document> taken = new ArrayList<>();
        Room room = new Room();
        while (!atEnd && (most == 0 || taken.size() < most)) {
            Found found = next == null ? results.next() : next;
            next = null;
            if (found == null) {
                atEnd = true;
            } else if (room.takes(found.bytes())) {
                taken.add(found.document());
            } else {
                next = found;
                break;
            }
        }
        // told at once where nothing is left, or the client would ask for an empty batch
        if (!atEnd && next == null) {
            next = results.next();
            atEnd = next == null;
        }
        results.pause();
        collection.tell(results);
        return taken;
    }
}
