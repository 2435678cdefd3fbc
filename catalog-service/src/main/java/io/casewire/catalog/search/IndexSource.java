package io.casewire.catalog.search;

import io.casewire.catalog.adoption.Adoptions;
import io.casewire.catalog.adoption.StoredAdoption;
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

    /** The cases, with how far they were adopted. */
    static IndexSource of(Cases cases, Adoptions adoptions) {
        return new IndexSource() {
            @Override
            public String name() {
                return "cases";
            }

            @Override
            public Optional<State> state() {
                long ofAdoptions = adoptions.changesByOthers();
                return cases.state().map(state -> new State(state.storeId(), state.changesByOthers() + ofAdoptions));
            }

            @Override
            public void forEachWrites(ObjLongConsumer<String> consumer) {
                Map<String, Long> ofAdoptions = adoptions.writes();
                cases.forEachWrites((id, writes) -> consumer.accept(id, writes + ofAdoptions.getOrDefault(id, 0L)));
            }

            @Override
            public Map<String, Document> documents(Collection<String> ids) {
                Map<String, Document> documents = new LinkedHashMap<>();
                Map<String, StoredAdoption> adopted = adoptions.of(ids);
                for (StoredCase stored : cases.findAll(ids)) {
                    String id = stored.content().id().value();
                    documents.put(id, IndexedCase.of(stored, adopted.get(id)));
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
