package io.casewire.embedded.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.List;

/** One of the fields an index is made of; the path with dots. */
record Component(String field, boolean ascending) {
    static List<Component> of(List<IndexKey> keys) {
        return keys.stream()
                .map(key -> new Component(key.getKey(), key.isAscending()))
                .toList();
    }
}
