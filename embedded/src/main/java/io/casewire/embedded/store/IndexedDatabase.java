package io.casewire.embedded.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Constants;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexNotFoundException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.jspecify.annotations.Nullable;

/** A database whose collections are {@link IndexedCollection}s. */
final class IndexedDatabase extends AbstractSynchronizedMongoDatabase<Key> {
    private static final int CANNOT_CREATE_INDEX = 67;
    private static final int COMMAND_NOT_SUPPORTED = 115;

    private final MVStore store;
    private final Observers observers;

    private IndexedDatabase(String name, MVStore store, CursorRegistry cursors, Observers observers) {
        super(name, cursors);
        this.store = store;
        this.observers = observers;
    }

    static IndexedDatabase open(String name, MVStore store, CursorRegistry cursors, Observers observers) {
        IndexedDatabase database = new IndexedDatabase(name, store, cursors, observers);
        database.initializeNamespacesAndIndexes();
        return database;
    }

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver resolver, Oplog oplog) {
        IndexedCollection collection = query.get(command) instanceof String name ? collection(name) : null;
        if (collection == null) {
            return super.handleCommand(channel, command, query, resolver, oplog);
        }
        return switch (command.toLowerCase(Locale.ROOT)) {
            case "find" -> find(collection, query);
            case "aggregate" ->
                Pipeline.isSupported(query)
                        ? new Pipeline(this, collection, query).run(resolver, oplog, cursorRegistry)
                        : super.handleCommand(channel, command, query, resolver, oplog);
            case "dropindexes" -> dropIndexes(collection, query);
            default -> super.handleCommand(channel, command, query, resolver, oplog);
        };
    }

    /** Whether there is what a command would make: a collection, or all of its indexes with the same options. */
    boolean isCarriedOut(String command, Document query) {
        if (!(query.get(command) instanceof String name) || collection(name) == null) {
            return false;
        }
        return switch (command.toLowerCase(Locale.ROOT)) {
            // answered with the error that says so
            case "create" -> true;
            case "createindexes" ->
                query.get("indexes") instanceof List<?> wanted
                        && wanted.stream()
                                .allMatch(
                                        index -> index instanceof Document description && isIndexed(name, description));
            default -> false;
        };
    }

    private boolean isIndexed(String collection, Document wanted) {
        MongoCollection<Key> listed = indexes.get();
        if (listed == null) {
            return false;
        }
        Document options = wanted.clone();
        options.remove("v");
        options.remove("ns");
        for (Document there : listed.handleQuery(new Document("ns", getFullCollectionNamespace(collection)))) {
            Document known = there.clone();
            known.remove("v");
            known.remove("ns");
            if (isSame(known, options)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void drop(Oplog oplog) {
        super.drop(oplog);
        // system collections go too, with nobody left to ask for them
        for (String map : store.getMapNames()) {
            if (map.startsWith(MapNames.documents(databaseName + "."))) {
                store.removeMap(map);
            }
        }
    }

    @Override
    public void dropCollection(String collectionName, Oplog oplog) {
        super.dropCollection(collectionName, oplog);
        store.removeMap(MapNames.documents(getFullCollectionNamespace(collectionName)));
    }

    @Override
    public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String newName) {
        if (!from.getDatabaseName().equals(databaseName)) {
            throw new MongoServerError(
                    COMMAND_NOT_SUPPORTED, "CommandNotSupported", "A collection cannot be moved to another database");
        }
        String oldFull = collection.getFullName();
        String newFull = getFullCollectionNamespace(newName);
        super.moveCollection(from, collection, newName);
        rename(MapNames.documents(oldFull), MapNames.documents(newFull));
        MVMap<String, Integer> traits = store.openMap(MapNames.TRAITS);
        for (String map : store.getMapNames()) {
            if (map.startsWith(MapNames.indexes(oldFull))) {
                String renamed = MapNames.indexes(newFull)
                        + map.substring(MapNames.indexes(oldFull).length());
                rename(map, renamed);
                Integer known = traits.remove(map);
                if (known != null) {
                    traits.put(renamed, known);
                }
            }
        }
    }

    @Override
    protected synchronized void addIndex(Document description) {
        requireKnownKind(description);
        super.addIndex(description);
    }

    @Override
    protected Index<Key> openOrCreateUniqueIndex(
            String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
        if (keys.size() == 1 && keys.getFirst().getKey().equals(Constants.ID_FIELD)) {
            return new IdIndex(indexName, keys, required(collectionName).documents());
        }
        return index(collectionName, indexName, keys, true, sparse);
    }

    @Override
    protected Index<Key> openOrCreateSecondaryIndex(
            String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
        return index(collectionName, indexName, keys, false, sparse);
    }

    @Override
    protected void dropIndex(MongoCollection<Key> collection, String indexName) {
        super.dropIndex(collection, indexName);
        store.removeMap(MapNames.index(collection.getFullName(), indexName));
    }

    @Override
    protected IndexedCollection openOrCreateCollection(String collectionName, CollectionOptions options) {
        return new IndexedCollection(
                this,
                collectionName,
                options,
                cursorRegistry,
                store.openMap(
                        MapNames.documents(getFullCollectionNamespace(collectionName)),
                        new MVMap.Builder<byte[], byte[]>()
                                .keyType(ByteArrayDataType.INSTANCE)
                                .valueType(ByteArrayDataType.INSTANCE)),
                observers);
    }

    @Override
    protected long getFileSize() {
        FileStore<?> file = store.getFileStore();
        return file == null ? 0 : file.size();
    }

    @Override
    protected long getStorageSize() {
        return getFileSize();
    }

    private static Document find(IndexedCollection collection, Document command) {
        Query query = new Query(
                document(command, "filter"),
                optional(command, "sort"),
                number(command, "skip"),
                Math.abs(number(command, "limit")),
                optional(command, "projection"));
        boolean single = Utils.isTrue(command.get("singleBatch")) || number(command, "limit") < 0;
        return collection.find(query, number(command, "batchSize"), single).toReply(collection.getFullName());
    }

    /** All of a collection's, or those of a name or of keys; the one over ids stays. */
    private Document dropIndexes(IndexedCollection collection, Document command) {
        Object which = command.get("index");
        List<Document> dropped = new ArrayList<>();
        MongoCollection<Key> listed = getOrCreateIndexesCollection();
        for (Document description : listed.handleQuery(new Document("ns", collection.getFullName()))) {
            boolean isPrimary = Constants.PRIMARY_KEY_INDEX_NAME.equals(description.get("name"));
            if (!isPrimary
                    && ("*".equals(which)
                            || Objects.equals(description.get("name"), which)
                            || isSame(Objects.requireNonNull(description.get("key")), Objects.requireNonNull(which)))) {
                dropped.add(description);
            }
        }
        if (dropped.isEmpty() && !"*".equals(which)) {
            throw new IndexNotFoundException("index not found with name [" + which + "]");
        }
        for (Document description : dropped) {
            dropIndex(collection, String.valueOf(description.get("name")));
            listed.deleteDocuments(description, 0);
        }
        return new Document("nIndexesWas", collection.getNumIndexes() + dropped.size()).append("ok", 1.0);
    }

    private static boolean isSame(Object key, Object which) {
        return which instanceof Document && Arrays.equals(OrderedBytes.of(key), OrderedBytes.of(which));
    }

    private ValueIndex index(
            String collectionName, String indexName, List<IndexKey> keys, boolean unique, boolean sparse) {
        return new ValueIndex(
                indexName,
                keys,
                unique,
                sparse,
                store.openMap(
                        MapNames.index(getFullCollectionNamespace(collectionName), indexName),
                        new MVMap.Builder<byte[], Integer>()
                                .keyType(ByteArrayDataType.INSTANCE)
                                .valueType(OffsetType.INSTANCE)),
                store.openMap(MapNames.TRAITS));
    }

    private static void requireKnownKind(Document description) {
        if (!(description.get("key") instanceof Document key) || key.isEmpty()) {
            throw cannotCreate("an index needs at least one field");
        }
        if (key.size() > Traits.MAX_COMPONENTS) {
            throw cannotCreate("an index may have at most " + Traits.MAX_COMPONENTS + " fields");
        }
        for (Map.Entry<String, Object> field : key.entrySet()) {
            if (!(field.getValue() instanceof Number direction) || direction.doubleValue() == 0) {
                throw cannotCreate("this store has ascending (1) and descending (-1) indexes only, not %s: %s"
                        .formatted(field.getKey(), field.getValue()));
            }
            for (String name : field.getKey().split("\\.", -1)) {
                if (name.isEmpty() || name.startsWith("$") || name.chars().allMatch(Character::isDigit)) {
                    throw cannotCreate("this store has no index over " + field.getKey());
                }
            }
        }
    }

    private static MongoServerError cannotCreate(String why) {
        return new MongoServerError(CANNOT_CREATE_INDEX, "CannotCreateIndex", why);
    }

    private void rename(String map, String newName) {
        store.renameMap(store.openMap(map), newName);
    }

    private @Nullable IndexedCollection collection(String name) {
        return resolveCollection(name, false) instanceof IndexedCollection collection ? collection : null;
    }

    private IndexedCollection required(String name) {
        return (IndexedCollection) resolveCollection(name, true);
    }

    private static Document document(Document command, String name) {
        Document found = optional(command, name);
        return found == null ? new Document() : found;
    }

    private static @Nullable Document optional(Document command, String name) {
        return command.get(name) instanceof Document document ? document : null;
    }

    private static int number(Document command, String name) {
        return command.get(name) instanceof Number number ? number.intValue() : 0;
    }
}
