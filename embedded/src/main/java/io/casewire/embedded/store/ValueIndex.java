package io.casewire.embedded.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * An index over fields, unique or not. Each entry is the bytes of the fields' values followed by the document's key; the store
 * keeps it beside the documents and commits it with them.
 *
 * <p>{@link IndexedCollection} writes the entries with the document, so the protocol's own calls for that do nothing here.
 */
final class ValueIndex extends Index<Key> {
    private final MVMap<byte[], Integer> entries;
    private final MVMap<String, Integer> knownTraits;
    private final boolean unique;
    private final List<Component> components;
    private volatile int traits;

    /**
     * An index over what the store holds of it.
     *
     * @param knownTraits {@link Traits} of all indexes by the names of their maps
     */
    ValueIndex(
            String name,
            List<IndexKey> keys,
            boolean unique,
            boolean sparse,
            MVMap<byte[], Integer> entries,
            MVMap<String, Integer> knownTraits) {
        super(name, keys, sparse);
        this.entries = entries;
        this.knownTraits = knownTraits;
        this.unique = unique;
        this.components = Component.of(keys);
        this.traits = knownTraits.getOrDefault(entries.getName(), 0);
    }

    MVMap<byte[], Integer> entries() {
        return entries;
    }

    List<Component> components() {
        return components;
    }

    int traits() {
        return traits;
    }

    boolean leavesOutMissing() {
        return isSparse();
    }

    void put(Document document, Key key) {
        entriesOf(document, key).forEach(this::put);
    }

    void remove(Document document, Key key) {
        entriesOf(document, key).forEach(entry -> entries.remove(entry.bytes()));
    }

    void replace(Document before, Document after, Key key) {
        SortedSet<Entry> old = entriesOf(before, key);
        SortedSet<Entry> now = entriesOf(after, key);
        old.stream().filter(entry -> !now.contains(entry)).forEach(entry -> entries.remove(entry.bytes()));
        now.stream().filter(entry -> !old.contains(entry)).forEach(this::put);
    }

    /** Whether it has been built and what is stored can be all of that many documents' entries. */
    boolean isComplete(long documents) {
        return knownTraits.containsKey(entries.getName()) && (isSparse() || entries.sizeAsLong() >= documents);
    }

    void clear() {
        entries.clear();
    }

    void noteBuilt() {
        knownTraits.put(entries.getName(), traits);
    }

    /**
     * Compares a document that is to be written with those that are there.
     *
     * @param own the document's key; null for a new one
     * @throws DuplicateKeyError where the index is unique and another document has the same values
     */
    void check(Document document, @Nullable Key own, MongoCollection<Key> collection) {
        Tuples tuples = Tuples.of(document, components, !unique);
        if (!unique || (isSparse() && tuples.areAllMissing())) {
            return;
        }
        for (@Nullable Object[] tuple : tuples.all()) {
            byte[] values = tuples.bytes(tuple);
            byte[] entry = entries.ceilingKey(values);
            if (entry != null && beginsWith(entry, values) && !isOwn(entry, values.length, own)) {
                throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(Tuples.shown(tuple)));
            }
        }
    }

    @Override
    public Key getPosition(Document document) {
        return IdIndex.keyOf(document);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Key> collection) {
        check(document, null, collection);
    }

    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<Key> collection) {
        check(newDocument, getPosition(oldDocument), collection);
    }

    @Override
    public void add(Document document, Key position, MongoCollection<Key> collection) {}

    @Override
    public Key remove(Document document) {
        return getPosition(document);
    }

    @Override
    public void updateInPlace(Document old, Document updated, Key position, MongoCollection<Key> collection) {}

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Key> getPositions(Document query) {
        throw new UnsupportedOperationException("The collection plans its queries itself");
    }

    @Override
    public long getCount() {
        return entries.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    @Override
    public boolean hasSameOptions(Index<?> other) {
        return super.hasSameOptions(other)
                && other.isUnique() == unique
                && other instanceof ValueIndex index
                && index.components.equals(components);
    }

    @Override
    public void drop() {
        knownTraits.remove(entries.getName());
        entries.clear();
    }

    private void put(Entry entry) {
        entries.put(entry.bytes(), entry.keyOffset());
    }

    private SortedSet<Entry> entriesOf(Document document, Key key) {
        Tuples tuples = Tuples.of(document, components, !unique);
        SortedSet<Entry> found = new TreeSet<>(Entry.BY_BYTES);
        if (isSparse() && tuples.areAllMissing()) {
            return found;
        }
        note(tuples.traits());
        for (@Nullable Object[] tuple : tuples.all()) {
            byte[] values = tuples.bytes(tuple);
            byte[] bytes = Arrays.copyOf(values, values.length + key.bytes().length);
            System.arraycopy(key.bytes(), 0, bytes, values.length, key.bytes().length);
            found.add(new Entry(bytes, values.length, null));
        }
        return found;
    }

    private void note(int seen) {
        if ((traits | seen) != traits) {
            traits |= seen;
            knownTraits.put(entries.getName(), traits);
        }
    }

    private static boolean beginsWith(byte[] entry, byte[] values) {
        return entry.length >= values.length && Arrays.equals(entry, 0, values.length, values, 0, values.length);
    }

    private static boolean isOwn(byte[] entry, int keyOffset, @Nullable Key own) {
        return own != null && Arrays.equals(entry, keyOffset, entry.length, own.bytes(), 0, own.bytes().length);
    }
}
