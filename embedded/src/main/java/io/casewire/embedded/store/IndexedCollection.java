package io.casewire.embedded.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.Assert;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import de.bwaldvogel.mongo.exception.IndexKeySpecsConflictException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection: its documents by their ids, and its indexes beside them. Readers share a lock, a writer holds it alone, so nobody
 * sees a document without its entries.
 */
final class IndexedCollection extends AbstractMongoCollection<Key> {
    private static final Document EVERYTHING = new Document();

    private final MVMap<byte[], byte[]> documents;
    private final Observers observers;
    private final List<ValueIndex> valueIndexes = new CopyOnWriteArrayList<>();
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    /** What a write reads while it holds the lock. */
    private @Nullable Results underWay;

    IndexedCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            MVMap<byte[], byte[]> documents,
            Observers observers) {
        super(database, name, options, cursors);
        this.documents = documents;
        this.observers = observers;
    }

    /** Documents for one reply, and a cursor where there are more. */
    ReplyBatch find(Query query, int batchSize, boolean single) {
        return reading(() -> {
            ResultCursor cursor = new ResultCursor(cursorRegistry.generateCursorId(), this, results(query));
            return ReplyBatch.first(cursor, batchSize, single, cursorRegistry);
        });
    }

    /** Runs something while nobody writes. */
    <T> T reading(Supplier<T> task) {
        return holding(lock.readLock(), task);
    }

    /** How many documents fit, told by an index alone where one is enough. */
    long count(Query query) {
        return reading(() -> {
            Access access = plan(query);
            if (access.isExact()) {
                long all = Math.max(0, access.count() - query.skip());
                return query.limit() == 0 ? all : Math.min(all, query.limit());
            }
            Results results = new Results(this, query, access);
            long count = results.count();
            observers.tell(results);
            return count;
        });
    }

    void tell(Results results) {
        observers.tell(results);
    }

    byte @Nullable [] stored(Key key) {
        return documents.get(key.bytes());
    }

    boolean fits(Document document, Document filter) {
        return documentMatchesQuery(document, filter);
    }

    Document project(Document document, @Nullable Document projection) {
        return matchDocumentsFromStream(Stream.of(document), EVERYTHING, EVERYTHING, 0, 0, 0, projection)
                .iterator()
                .next();
    }

    MVMap<byte[], byte[]> documents() {
        return documents;
    }

    @Override
    protected @Nullable String getIdField() {
        return super.getIdField();
    }

    @Override
    public void addIndex(Index<Key> index) {
        writing(() -> {
            Index<Key> existing = getIndexes().stream()
                    .filter(other -> other.getName().equals(index.getName()))
                    .findFirst()
                    .orElse(null);
            if (existing == null) {
                if (index instanceof ValueIndex values) {
                    complete(values);
                    valueIndexes.add(values);
                }
                getIndexes().add(index);
            } else if (!existing.hasSameOptions(index)) {
                throw new IndexKeySpecsConflictException(index, existing);
            }
            return index;
        });
    }

    private void complete(ValueIndex index) {
        if (index.isComplete(documents.sizeAsLong())) {
            return;
        }
        index.clear();
        try {
            streamAllDocumentsWithPosition().forEach(found -> {
                index.check(found.getDocument(), null, this);
                index.put(found.getDocument(), found.getPosition());
            });
            index.noteBuilt();
        } catch (MongoServerError e) {
            index.drop();
            throw new IndexBuildFailedException(e, this);
        }
    }

    @Override
    public void dropIndex(String name) {
        writing(() -> {
            super.dropIndex(name);
            return valueIndexes.removeIf(index -> index.getName().equals(name));
        });
    }

    @Override
    public void addDocument(Document document) {
        writing(() -> {
            super.addDocument(document);
            return document;
        });
    }

    @Override
    public void addDocuments(Stream<Document> added) {
        writing(() -> {
            super.addDocuments(added);
            return added;
        });
    }

    @Override
    public List<Document> insertDocuments(List<Document> inserted, boolean isOrdered) {
        return writing(() -> super.insertDocuments(inserted, isOrdered));
    }

    @Override
    public Document findAndModify(Document query) {
        return writing(() -> super.findAndModify(query));
    }

    @Override
    public Document updateDocuments(
            Document selector,
            Document update,
            ArrayFilters arrayFilters,
            boolean isMulti,
            boolean isUpsert,
            Oplog oplog) {
        return writing(() -> super.updateDocuments(selector, update, arrayFilters, isMulti, isUpsert, oplog));
    }

    @Override
    public int deleteDocuments(Document selector, int limit, Oplog oplog) {
        return writing(() -> super.deleteDocuments(selector, limit, oplog));
    }

    @Override
    public void removeDocument(Document document) {
        writing(() -> {
            super.removeDocument(document);
            return document;
        });
    }

    @Override
    public void renameTo(MongoDatabase newDatabase, String newCollectionName) {
        writing(() -> {
            super.renameTo(newDatabase, newCollectionName);
            return newCollectionName;
        });
    }

    @Override
    public QueryResult handleQuery(QueryParameters parameters) {
        return reading(() -> super.handleQuery(parameters));
    }

    @Override
    public Document handleDistinct(Document query) {
        return reading(() -> super.handleDistinct(query));
    }

    @Override
    public int count(@Nullable Document query, int skip, int limit) {
        Document filter = query == null ? EVERYTHING : query;
        return Math.toIntExact(count(new Query(filter, null, Math.max(0, skip), Math.max(0, limit), null)));
    }

    /** A writer gets the documents one by one, as it may need only the first; whoever else gets them all at once. */
    @Override
    protected QueryResult queryDocuments(
            @Nullable Document filter,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document fieldSelector) {
        Results results = results(
                new Query(filter == null ? EVERYTHING : filter, orderBy, skip, Math.max(0, limit), fieldSelector));
        if (lock.isWriteLockedByCurrentThread()) {
            underWay = results;
            return new QueryResult(results);
        }
        List<Document> all = results.toList();
        observers.tell(results);
        return new QueryResult(all);
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fieldSelector) {
        return queryDocuments(query, orderBy, skip, limit, batchSize, fieldSelector);
    }

    @Override
    protected Stream<DocumentWithPosition<Key>> streamAllDocumentsWithPosition() {
        return StreamSupport.stream(documents.entrySet().spliterator(), false)
                .map(entry -> new DocumentWithPosition<>(BsonCodec.decode(entry.getValue()), new Key(entry.getKey())));
    }

    @Override
    protected Key addDocumentInternal(Document document) {
        Key key = getIdField() == null ? Key.ofId(UUID.randomUUID()) : Key.ofId(document.get(getIdField()));
        byte[] previous = documents.putIfAbsent(key.bytes(), BsonCodec.encode(document));
        Assert.isNull(previous, () -> "A document with this id is already in " + getFullName());
        valueIndexes.forEach(index -> index.put(document, key));
        return key;
    }

    @Override
    protected void handleUpdate(Key position, Document oldDocument, Document newDocument) {
        documents.put(position.bytes(), BsonCodec.encode(newDocument));
        valueIndexes.forEach(index -> index.replace(oldDocument, newDocument, position));
    }

    @Override
    protected void removeDocument(Key position) {
        byte[] removed = documents.remove(position.bytes());
        if (removed == null) {
            throw new NoSuchElementException("No document with this id in " + getFullName());
        }
        if (!valueIndexes.isEmpty()) {
            Document document = BsonCodec.decode(removed);
            valueIndexes.forEach(index -> index.remove(document, position));
        }
    }

    @Override
    protected @Nullable Document getDocument(Key position) {
        byte[] bytes = stored(position);
        return bytes == null ? null : BsonCodec.decode(bytes);
    }

    @Override
    protected @Nullable Key findDocumentPosition(Document document) {
        String id = getIdField();
        return id == null ? super.findDocumentPosition(document) : Key.ofId(document.get(id));
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    // asked for by people only, so it is added up when they ask
    @Override
    protected int getDataSize() {
        return (int) Math.min(
                Integer.MAX_VALUE,
                documents.values().stream().mapToLong(bytes -> bytes.length).sum());
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int sizeDelta) {}

    private Results results(Query query) {
        return new Results(this, query, plan(query));
    }

    private Access plan(Query query) {
        Planner planner = new Planner(EntryMap.ofDocuments(documents), getIdField(), valueIndexes);
        return planner.plan(Conditions.of(query.filter()), Order.of(query.sort(), getIdField()), query.most());
    }

    private <T> T writing(Supplier<T> task) {
        return holding(lock.writeLock(), () -> {
            try {
                return task.get();
            } finally {
                // a write may consist of others
                Results results = lock.getWriteHoldCount() == 1 ? underWay : null;
                if (results != null) {
                    underWay = null;
                    observers.tell(results);
                }
            }
        });
    }

    private static <T> T holding(Lock held, Supplier<T> task) {
        held.lock();
        try {
            return task.get();
        } finally {
            held.unlock();
        }
    }
}
