package io.casewire.embedded.store;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.h2.mvstore.MVStore;

/** How the maps of a store are called: one a collection with its documents, one an index with its entries. */
final class MapNames {
    static final String DOCUMENTS = "documents/";
    static final String INDEX = "index/";
    /** {@link Traits} of every index that has been built, by the name of its map. */
    static final String TRAITS = "traits";

    private MapNames() {}

    /** @param collection with its database, as {@code ingest.blobs} */
    static String documents(String collection) {
        return DOCUMENTS + collection;
    }

    static String index(String collection, String index) {
        return indexes(collection) + index;
    }

    /** What the names of a collection's indexes begin with; collections and indexes may be called anything, so a slash is told otherwise. */
    static String indexes(String collection) {
        return INDEX + collection.replace("%", "%25").replace("/", "%2F") + "/";
    }

    static Set<String> databases(MVStore store) {
        Set<String> databases = new TreeSet<>();
        for (String map : store.getMapNames()) {
            collectionOf(map).ifPresent(collection -> databases.add(databaseOf(collection)));
        }
        return databases;
    }

    /** Name of the collection whose documents a map holds; empty for other maps. */
    static Optional<String> collectionOf(String map) {
        return map.startsWith(DOCUMENTS) ? Optional.of(map.substring(DOCUMENTS.length())) : Optional.empty();
    }

    static String databaseOf(String collection) {
        return collection.substring(0, collection.indexOf('.'));
    }
}
