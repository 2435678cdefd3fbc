package io.casewire.catalog.search;

import io.casewire.catalog.casefile.Cases;
import io.casewire.catalog.casefile.StoredCase;
import io.casewire.catalog.record.Records;
import io.casewire.catalog.record.StoredRecord;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import org.apache.lucene.document.Document;

/** What an index follows. */
interface IndexSource {
    /** What it holds, for the log. */
    String name();

    /** The store's state; empty for one that was dropped. */
    Optional<State> state();

    /** Tells the id of everything and a number that is another one for another state. */
    void forEachWrites(ObjLongConsumer<String> consumer);

    /** What stands in the index, by id; ids the store has nothing for are passed over. */
    Map<String, Document> documents(Collection<String> ids);

    /**
     * Which store it is and what others did to it.
     *
     * @param changesByOthers grows with every batch another process stores
     */
    record State(String storeId, long changesByOthers) {}

    /** The cases. */
    static IndexSource of(Cases cases) {
        return new IndexSource() {
            @Override
            public String name() {
                return "cases";
            }

            @Override
            public Optional<State> state() {
                return cases.state().map(state -> new State(state.storeId(), state.changesByOthers()));
            }

            @Override
            public void forEachWrites(ObjLongConsumer<String> consumer) {
                cases.forEachWrites(consumer);
            }

            @Override
            public Map<String, Document> documents(Collection<String> ids) {
                Map<String, Document> documents = new LinkedHashMap<>();
                for (StoredCase stored : cases.findAll(ids)) {
                    documents.put(stored.content().id().value(), IndexedCase.of(stored));
                }
                return documents;
            }
        };
    }

    /** Everything else. */
    static IndexSource of(Records records) {
        return new IndexSource() {
            @Override
            public String name() {
                return "records";
            }

            @Override
            public Optional<State> state() {
                return records.storeId().map(id -> new State(id, records.changesByOthers()));
            }

            @Override
            public void forEachWrites(ObjLongConsumer<String> consumer) {
                records.forEachWrites(consumer);
            }

            @Override
            public Map<String, Document> documents(Collection<String> ids) {
                Map<String, Document> documents = new LinkedHashMap<>();
                for (StoredRecord stored : records.findAll(ids)) {
                    documents.put(stored.id(), IndexedRecord.of(stored));
                }
                return documents;
            }
        };
    }
}
