package io.casewire.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The layout of a store's file. {@value #CURRENT} keeps documents as BSON by their ordered ids ({@link MapNames}). Earlier files (0) are those of
 * mongo-java-server's H2 backend, documents by Java serialisation; they are rewritten once, when they are opened.
 *
 * <p>Rewriting commits in pieces but says that it is done only with the last one, which also removes what was read; a start that
 * finds it half done begins anew.
 */
final class StoreFormat {
    static final int CURRENT = 1;

    private static final Logger LOG = LoggerFactory.getLogger(StoreFormat.class);
    private static final int SERIALISED = 0;
    private static final String OLD_DOCUMENTS = "databases.";
    private static final String OLD_META = "meta.";
    private static final String OLD_INDEX = "._index_";
    private static final String NAMESPACES = ".system.namespaces";
    private static final String INDEXES = ".system.indexes";
    private static final long BYTES_PER_COMMIT = 8L << 20;

    private StoreFormat() {}

    /** @throws UnknownStoreFormat where a later version has written the file */
    static void bringUpToDate(MVStore store) {
        int found = store.getStoreVersion();
        if (found == CURRENT) {
            return;
        }
        if (found != SERIALISED) {
            throw new UnknownStoreFormat(found, CURRENT);
        }
        List<String> old = oldMaps(store);
        if (!old.isEmpty()) {
            LOG.warn("Rewriting the store in its present format; this is done once");
            removeHalfDone(store);
            old.stream().filter(map -> map.startsWith(OLD_DOCUMENTS)).forEach(map -> rewrite(store, map));
            old.forEach(store::removeMap);
        }
        store.setStoreVersion(CURRENT);
        store.commit();
    }

    private static List<String> oldMaps(MVStore store) {
        Set<String> all = store.getMapNames();
        return all.stream()
                .filter(map -> !isCurrent(map))
                .filter(map -> map.startsWith(OLD_DOCUMENTS) || map.startsWith(OLD_META) || map.contains(OLD_INDEX))
                .toList();
    }

    private static boolean isCurrent(String map) {
        return map.startsWith(MapNames.DOCUMENTS) || map.startsWith(MapNames.INDEX) || map.equals(MapNames.TRAITS);
    }

    private static void removeHalfDone(MVStore store) {
        store.getMapNames().stream().filter(StoreFormat::isCurrent).toList().forEach(store::removeMap);
    }

    /** Indexes are built anew from the documents when their collections are opened. */
    private static void rewrite(MVStore store, String oldMap) {
        String collection = oldMap.substring(OLD_DOCUMENTS.length());
        MVMap<Object, Document> old = store.openMap(oldMap);
        MVMap<byte[], byte[]> documents = store.openMap(
                MapNames.documents(collection),
                new MVMap.Builder<byte[], byte[]>()
                        .keyType(ByteArrayDataType.INSTANCE)
                        .valueType(ByteArrayDataType.INSTANCE));
        long uncommitted = 0;
        Iterator<Map.Entry<Object, Document>> entries = old.entrySet().iterator();
        while (entries.hasNext()) {
            Document document = entries.next().getValue();
            byte[] bytes = BsonCodec.encode(document);
            documents.put(key(collection, document).bytes(), bytes);
            uncommitted += bytes.length;
            if (uncommitted > BYTES_PER_COMMIT) {
                store.commit();
                uncommitted = 0;
            }
        }
    }

    private static Key key(String collection, Document document) {
        if (collection.endsWith(INDEXES)) {
            return Key.ofId(UUID.randomUUID());
        }
        return Key.ofId(document.get(collection.endsWith(NAMESPACES) ? "name" : "_id"));
    }
}
